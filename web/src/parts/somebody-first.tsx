import { Button } from '@mantine/core';
import { instantInWords } from './instants';
import type { ChangedSince, Meanwhile } from './meanwhile';
import classes from './problem-summary.module.css';

/** The two ways on when somebody else saved first. */
export interface TwoWays {
  /** Saves one’s own on top of theirs; given the version to go on from. */
  readonly mine: (version: number) => void;
  /** Leaves it at theirs. */
  readonly theirs: () => void;
  readonly isPending?: boolean;
}

/** What somebody else changed meanwhile, beside the form that still holds one’s own change, and the two ways on. */
export function SomebodyFirst({ since, ways }: { since: ChangedSince; ways: TwoWays | undefined }) {
  return (
    <>
      {since.meanwhile.length > 0 && (
        <ul>
          {since.meanwhile.map((change) => (
            <li key={`${change.at} ${change.what}`}>
              {capital(change.what)} by <b>{change.by}</b>, {instantInWords(change.at)}
              <Values changes={change.changes} />
            </li>
          ))}
        </ul>
      )}
      {ways !== undefined && (
        <div className={classes.ways}>
          <Button
            variant="filled"
            loading={ways.isPending ?? false}
            onClick={() => ways.mine(since.version)}
          >
            Put mine on top
          </Button>
          <Button onClick={ways.theirs}>Leave it as they saved it</Button>
        </div>
      )}
    </>
  );
}

function Values({ changes }: Pick<Meanwhile, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {field}: from {before === '–' ? 'nothing' : before} to{' '}
          <b>{after === '–' ? 'nothing' : after}</b>
        </li>
      ))}
    </ul>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
