import { useQuery } from '@tanstack/react-query';
import { Settings2 } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { queries } from '#renderer/base/queries/queries';
import { SiteState } from '#renderer/features/publishing';
import { placeSections, useSections } from '#renderer/features/sections';
import { classes } from '#renderer/ui/classes';
import { ColourSquare } from '#renderer/ui/ColourSquare';
import { IconButton } from '#renderer/ui/IconButton';
import { listViews, railViews } from './listViews';
import { RailButton } from './RailButton';
import { SearchBox } from './SearchBox';

interface RailProps {
  /** Called after the list was told to show something else. */
  readonly onShow: () => void;
}

interface WholeRailProps extends RailProps {
  /** It stands over the list in one column, which scrolls as a whole: it is as high as what is in it. */
  readonly folded: boolean;
}

function Views({ onShow }: RailProps) {
  const { view, sectionId, query, showView } = useNavigation();
  const counts = useQuery(queries.counts).data;
  return (
    <ul>
      {railViews.map((name) => {
        const { label, icon: Icon } = listViews[name];
        return (
          <li key={name}>
            <RailButton
              sign={<Icon aria-hidden />}
              label={label}
              count={counts?.views[name]}
              chosen={view === name && sectionId === null && query === ''}
              onChoose={() => {
                showView(name);
                onShow();
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Sections({ onShow }: RailProps) {
  const { sectionId, query, showSection } = useNavigation();
  const counts = useQuery(queries.counts).data;
  const sections = useSections();
  return (
    <div>
      <div className="mb-0.5 flex items-center justify-between pl-2.5">
        <h2 className="text-meta font-semibold text-ink-3">Sections</h2>
        <IconButton label="Edit sections" icon={Settings2} onClick={() => void runCommand('sections.edit')} />
      </div>
      <ul>
        {placeSections(sections).map(({ section, depth }) => (
          <li key={section.id}>
            <RailButton
              sign={<ColourSquare colour={section.colour} />}
              label={section.name}
              count={counts?.sections[section.id]}
              depth={depth}
              chosen={sectionId === section.id && query === ''}
              onChoose={() => {
                showSection(section.id);
                onShow();
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The left rail: search, views, sections, and how the sites stand. */
export function Rail({ onShow, folded }: WholeRailProps) {
  return (
    <nav
      aria-label="Library"
      data-pane="rail"
      tabIndex={-1}
      className={classes(
        'flex flex-col border-r border-line bg-chrome',
        folded ? 'shrink-0 border-b' : 'min-h-0',
      )}
    >
      <h1 className="sr-only">Nutgraf</h1>
      <div className="p-2 pt-1.5 pb-2">
        <SearchBox />
      </div>
      <div className="min-h-0 flex-1 space-y-3 overflow-y-auto px-2 py-1">
        <Views onShow={onShow} />
        <Sections onShow={onShow} />
      </div>
      <div className="mx-2 border-t border-line py-1.5">
        <SiteState />
      </div>
    </nav>
  );
}
