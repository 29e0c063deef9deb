import { articles } from './0001-articles';
import { jobs } from './0002-jobs';
import { cms } from './0003-cms';
import { importReports } from './0004-import-reports';
import { foldedSearch } from './0005-folded-search';
import { changes } from './0006-changes';
import { seals } from './0007-seals';
import { cmsWrites } from './0008-cms-writes';
import { exportNotes } from './0009-export-notes';
import { cmsRepeats } from './0010-cms-repeats';
import { editorsNote } from './0011-editors-note';
import { embargo } from './0012-embargo';
import { legalHold } from './0013-legal-hold';
import { overrides } from './0014-overrides';
import { jobProgress } from './0015-job-progress';
import { holds } from './0016-holds';
import { importJobs } from './0017-import-jobs';
import { importedBytes } from './0018-imported-bytes';
import { leanSaves } from './0019-lean-saves';
import type { Migration } from './migration';

/** Every migration in order. What was released is never edited: a change is a new number. */
export const migrations: readonly Migration[] = [
  articles,
  jobs,
  cms,
  importReports,
  foldedSearch,
  changes,
  seals,
  cmsWrites,
  exportNotes,
  cmsRepeats,
  editorsNote,
  embargo,
  legalHold,
  overrides,
  jobProgress,
  holds,
  importJobs,
  importedBytes,
  leanSaves,
];
