import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { dueFile, makeBatch, type Payroll, takeBack } from '../../api/payroll';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import { FileButtons } from '../../parts/file-buttons';
import { ProblemSummary } from '../../parts/problem-summary';
import { said } from '../../parts/search-params';
import type { UndoOffer } from '../../parts/undo';
import { Lines } from './lines';
import classes from './payroll.module.css';

const route = getRouteApi('/reports/fees/payroll');

export interface NextBatchProps {
  readonly next: Payroll['next'];
  readonly onMade: (offer: UndoOffer) => void;
}

/** What would be handed over now, line by line, before it is. */
export function NextBatch({ next, onMade }: NextBatchProps) {
  const { upTo, corrections } = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fees/payroll' });
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      makeBatch({ upTo: next.upTo, corrections: corrections !== 'false', seen: next.seen }),
    onSuccess: async ({ batch }) => {
      announce(`${batch.words}: made.`);
      onMade({
        words: `${batch.words}: made.`,
        undo: async () => {
          await takeBack(batch.id, 'Taken back at once');
          await queries.invalidateQueries();
        },
      });
      await queries.invalidateQueries();
    },
    onError: (error) => alert(`No batch was made. ${wordsOfError(error)}`),
  });
  const change = (field: 'upTo' | 'corrections', value: string | undefined) =>
    void navigate({
      search: (before) => said({ ...before, [field]: value }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={classes.next}>
      {make.error !== null && <ProblemSummary error={make.error} />}
      <div className={classes.fields} data-unprinted>
        <TextInput
          type="date"
          label="Reviews that ended by"
          value={upTo ?? next.upTo}
          onChange={({ currentTarget: { value } }) =>
            change('upTo', value === '' ? undefined : value)
          }
        />
        <Checkbox
          label="With corrections of what was paid before"
          iconColor="var(--text-on-fill)"
          checked={corrections !== 'false'}
          onChange={({ currentTarget: { checked } }) =>
            change('corrections', checked ? undefined : 'false')
          }
        />
      </div>
      <p className={classes.sum}>
        <b>{next.words}</b>
      </p>
      {next.lines.length > 0 && (
        <>
          <div className={classes.buttons}>
            <Button variant="filled" loading={make.isPending} onClick={() => make.mutate()}>
              Make this batch
            </Button>
            <FileButtons file={(form) => dueFile(form, said({ upTo, corrections }))} />
          </div>
          <div className={classes.lines}>
            <Lines lines={next.lines} of={next.of} caption="Lines that are due" />
          </div>
        </>
      )}
    </div>
  );
}
