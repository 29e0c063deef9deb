import { useQuery } from '@tanstack/react-query';
import { Settings2 } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { Pane } from '#renderer/base/navigation/panes';
import { queries } from '#renderer/base/queries/queries';
import { placeSections, useSections } from '#renderer/features/sections';
import { classes } from '#renderer/ui/classes';
import { ColourSquare } from '#renderer/ui/ColourSquare';
import { IconButton } from '#renderer/ui/IconButton';
import { ArticleCount } from './ArticleCount';
import { listViews, railViews } from './listViews';
import { SearchBox } from './SearchBox';
import type { ReactNode } from 'react';
import { say } from '#shared/language/say';

interface RailProps {
  /** Called when the list was told to show something else. */
  readonly onShow: () => void;
}

interface WholeRailProps extends RailProps {
  /** It is above the list in one column, which scrolls as a whole, and is as high as its content. */
  readonly folded: boolean;
  /** What it ends with: the state of the sites. */
  readonly foot: ReactNode;
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
              label={label()}
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
      <div className="mb-0.5 flex items-center justify-between ps-2.5">
        <h2 className="text-meta font-semibold text-ink-3">{say('Sections')}</h2>
        <IconButton
          label={say('Edit sections')}
          icon={Settings2}
          onClick={() => void runCommand('sections.edit')}
        />
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

/** The left rail: search, views and sections. */
export function Rail({ onShow, folded, foot }: WholeRailProps) {
  return (
    <Pane
      as="nav"
      name="rail"
      label={say('Library')}
      className={classes(
        'flex flex-col border-e border-line bg-chrome',
        folded ? 'shrink-0 border-b' : 'min-h-0',
      )}
    >
      <h1 className="sr-only">{'Nutgraf'}</h1>
      <div className="p-2 pt-1.5 pb-2">
        <SearchBox />
      </div>
      <div className="min-h-0 flex-1 space-y-3 overflow-y-auto px-2 py-1">
        <Views onShow={onShow} />
        <Sections onShow={onShow} />
      </div>
      <div data-tour-part="sites" className="mx-2 border-t border-line py-1.5">
        {foot}
      </div>
    </Pane>
  );
}

interface RailButtonProps {
  readonly sign: ReactNode;
  readonly label: string;
  readonly count: number | undefined;
  readonly chosen: boolean;
  /** Indentation; 0 at the top of a tree. */
  readonly depth?: number;
  readonly onChoose: () => void;
}

/** An entry of the rail that the list can show. */
function RailButton({ sign, label, count = 0, chosen, depth = 0, onChoose }: RailButtonProps) {
  return (
    <button
      type="button"
      aria-current={chosen ? 'page' : undefined}
      onClick={onChoose}
      style={{ paddingInlineStart: 10 + depth * 14 }}
      className="flex h-[30px] w-full items-center gap-2.5 rounded-control border border-transparent pe-2.5 text-start text-ink-2 hover:bg-sunken aria-[current]:border-line aria-[current]:bg-raised aria-[current]:font-semibold aria-[current]:text-ink"
    >
      <span className="flex w-4 shrink-0 justify-center">{sign}</span>
      <span className="min-w-0 flex-1 one-line">{label}</span>
      {count > 0 && (
        <span className="text-meta font-normal text-ink-3 tabular-nums">
          <ArticleCount count={count} />
        </span>
      )}
    </button>
  );
}
