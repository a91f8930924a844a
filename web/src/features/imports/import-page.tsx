import { getRouteApi, Link } from '@tanstack/react-router';
import { type Import, importQuery } from '../../api/imports';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import go from '../../parts/go.module.css';
import { Tag } from '../../parts/tag';
import { ImportOutcome } from './import-outcome';
import { ImportRows } from './import-rows';
import { KindsTable } from './kinds-table';
import { NotesCard } from './notes-card';
import { SaveBar } from './save-bar';
import { SavedSince } from './saved-since';
import { stateOf, titleOf, whoAndWhen, writeKinds } from './import-words';
import classes from './import-page.module.css';

const route = getRouteApi('/imports/$import');
const back = { label: 'Imports', link: { to: '/imports', search: {} } } as const;

/** What an import would change, or has changed, row by row. */
export function ImportPage() {
  const { import: id } = route.useParams();
  return (
    <LoadedPage query={importQuery(id)} what="the import" title="Import" back={back}>
      {(found) => <Shown found={found} />}
    </LoadedPage>
  );
}

function Shown({ found }: { found: Import }) {
  const { tone, words } = stateOf(found);
  const isDryRun = found.state === 'DRY_RUN';
  const title = titleOf(found);
  const files = title === found.fileName ? '' : `All of its files: ${found.fileName}.`;
  return (
    <Page
      title={title}
      lead={`${whoAndWhen(found)}. ${isDryRun ? 'This is what it would change; nothing is saved yet.' : ''} ${files}`}
      tags={<Tag tone={tone}>{words}</Tag>}
      back={back}
      actions={isDryRun && found.fileId !== null && <CorrectLink found={found} />}
    >
      <div className={classes.parts}>
        {isDryRun ? <SavedSince found={found} /> : <ImportOutcome found={found} />}
        <KindsTable found={found} />
        <NotesCard notes={found.notes} />
        <ImportRows found={found} />
        {isDryRun && <SaveBar found={found} />}
      </div>
    </Page>
  );
}

/** Back to the columns, with the kinds as they were chosen. */
function CorrectLink({ found }: { found: Import }) {
  const kinds = new Map(found.choices?.map(({ kind }, number) => [number, kind]));
  const isWhole = kinds.size > 0 && found.choices?.length === 1;
  return (
    <Link
      className={go.button}
      to="/imports"
      search={{
        file: found.fileId ?? '',
        ...(isWhole ? { kinds: writeKinds(kinds) ?? '' } : {}),
      }}
    >
      Correct the columns
    </Link>
  );
}
