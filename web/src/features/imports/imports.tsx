import { getRouteApi } from '@tanstack/react-router';
import { IconDownload } from '@tabler/icons-react';
import { importAddress } from '../../api/imports';
import { Page } from '../../parts/page';
import go from '../../parts/go.module.css';
import { Card } from '../../parts/card';
import { EarlierImports } from './earlier-imports';
import { FileCheck } from './file-check';
import { FileDrop } from './file-drop';
import classes from './imports.module.css';

const route = getRouteApi('/imports');

/** Spreadsheets in: send one, correct how it is understood, and see earlier ones. */
export function Imports() {
  const { file } = route.useSearch();
  if (file !== undefined) return <FileCheck file={file} />;
  return (
    <Page
      title="Import a spreadsheet"
      lead="Send a file, look at what it would change, then save. Nothing is saved before you say so, and what was saved can be undone."
      actions={
        <a className={go.button} href={importAddress.template} download>
          <IconDownload size={16} aria-hidden />
          Download the template
        </a>
      }
    >
      <div className={classes.start}>
        <Card title="Send a file">
          <FileDrop />
        </Card>
        <Card title="What can be sent">
          <ul className={classes.bullets}>
            <li>An Excel workbook (.xlsx) with a sheet for each register, or a CSV file of one.</li>
            <li>
              Your own headings: each column is shown with examples, and how you match it is kept
              for next time.
            </li>
            <li>
              Only what has changed, if you like: rows that are not in the file stay as they are.
            </li>
            <li>“All establishment data” as downloaded from the Department for Education.</li>
            <li>
              A column “Remove” with Yes takes a record away; the template explains every column.
            </li>
          </ul>
        </Card>
        <EarlierImports />
      </div>
    </Page>
  );
}
