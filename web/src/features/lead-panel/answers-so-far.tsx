import { Button } from '@mantine/core';
import { answersQuery, type Answer } from '../../api/lead-availability';
import { Card } from '../../parts/card';
import { instantInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { Tag } from '../../parts/tag';
import classes from './entry.module.css';
import type { DraftState } from './use-draft';

export interface AnswersSoFarProps {
  readonly term: string;
  readonly code: string;
  readonly state: DraftState;
}

/** Everything that they answered to this term's round: by whom it was recorded, and when. None is ever lost. */
export function AnswersSoFar({ term, code, state }: AnswersSoFarProps) {
  return (
    <Loaded query={answersQuery(term, code)} what="the answers so far">
      {({ items }) =>
        items.length === 0 ? null : (
          <Card title="Answers so far" aside={`${String(items.length)} kept`} flush>
            <ol className={classes.answers}>
              {items.map((answer) => (
                <AnswerLine key={answer.id} answer={answer} state={state} />
              ))}
            </ol>
          </Card>
        )
      }
    </Loaded>
  );
}

function AnswerLine({ answer, state }: { answer: Answer; state: DraftState }) {
  const { said, statements, note, ceiling, recordedAt, recordedBy, supersededAt, isLate } = answer;
  const when = instantInWords(recordedAt);
  return (
    <li>
      <p className={classes.who}>
        {when}, {recordedBy}
        {supersededAt === null && <Tag tone="ok">Counts</Tag>}
        {isLate && <Tag tone="plain">After the deadline</Tag>}
      </p>
      {said !== null && <p>“{said}”</p>}
      {note !== null && <p className={classes.hint}>Note: {note}</p>}
      {ceiling !== null && <p className={classes.hint}>At most {ceiling} reviews this term</p>}
      <details>
        <summary>
          {statements.length === 0
            ? 'All that it says'
            : `All that it says (${String(statements.length)} ${statements.length === 1 ? 'statement' : 'statements'})`}
          <span className="sr"> of {when}</span>
        </summary>
        <ul className={classes.lines}>
          {statements.map(({ inWords }, index) => (
            <li key={`${inWords} ${String(index)}`}>{inWords.replace(/^You said /u, '')}</li>
          ))}
          <li>{DEFAULTS[answer.default]} otherwise</li>
        </ul>
      </details>
      {supersededAt !== null && (
        <Button
          size="compact-sm"
          onClick={() => state.change((draft) => ({ ...draft, startFrom: answer.id }))}
        >
          Start from it<span className="sr"> (answer of {when})</span>
        </Button>
      )}
    </li>
  );
}

const DEFAULTS = {
  PREFERRED: 'preferred',
  AVAILABLE: 'available',
  IF_NEEDED: 'only if needed',
  UNAVAILABLE: 'not available',
} as const;
