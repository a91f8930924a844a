import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type AvailabilityRegister,
  availabilityRegisterQuery,
  type AvailabilityRow,
} from '../../api/registers';
import { LoadedPage } from '../../parts/loaded-page';
import { Go } from '../../parts/go';
import { Page } from '../../parts/page';
import { Register } from '../../parts/register/register';
import { Empty } from '../../parts/states';
import { leadsTarget } from '../../parts/term-links';
import { Undo, type UndoOffer } from '../../parts/undo';
import { availabilityCells } from './availability-cells';
import { LaneLegend } from './lane';
import { RoundDialog } from './round-dialog';
import { WaiveDialog } from './waive-dialog';

const route = getRouteApi('/terms/$term/availability');
const noun = { one: 'Lead Reviewer', many: 'Lead Reviewers' };
const quick = [
  { label: 'To chase', search: { answer: 'none' } },
  { label: 'Counted without an answer', search: { answer: 'waived' } },
  { label: 'Answered', search: { answer: 'answered~late' } },
];

/** Who has answered the round of a term, what that comes to, and whom to chase. */
export function AvailabilityRegisterPage() {
  const { term } = route.useParams();
  return (
    <LoadedPage
      query={availabilityRegisterQuery(term)}
      what="the availability"
      title="Availability"
    >
      {(register) => <Availability register={register} />}
    </LoadedPage>
  );
}

function Availability({ register }: { register: AvailabilityRegister }) {
  const { termId, termName, round, columns, items } = register;
  const [offer, setOffer] = useState<UndoOffer>();
  const [isRoundShown, setIsRoundShown] = useState(false);
  const [waived, setWaived] = useState<{
    readonly leads: readonly AvailabilityRow[];
    readonly isTakenBack: boolean;
  }>();
  const queries = useQueryClient();
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['registers'] });
    await queries.invalidateQueries({ queryKey: ['terms', termId] });
  };
  return (
    <Page
      title={`Availability, ${termName}`}
      lead={
        round === null
          ? 'No availability round is open for this term: nobody has been asked yet.'
          : `${String(round.answered)} of ${String(round.asked)} have answered, ${String(round.waived)} are counted without an answer. ${round.isPast ? 'The deadline was' : 'Answers are due by'} ${round.deadlineInWords}.`
      }
      actions={
        <Button
          variant={round === null && items.length > 0 ? 'filled' : 'default'}
          onClick={() => setIsRoundShown(true)}
        >
          {round === null ? 'Open the round' : 'Move the deadline'}
        </Button>
      }
      wide
    >
      <Register
        name="availability"
        noun={noun}
        columns={columns}
        rows={items}
        idOf={({ lead }) => lead}
        labelOf={({ name }) => name}
        cells={availabilityCells(register)}
        of={{ term: termId }}
        quick={quick}
        {...(round === null
          ? {}
          : {
              bulk: (chosen: readonly AvailabilityRow[]) => (
                <>
                  <Button
                    variant="filled"
                    disabled={chosen.length === 0}
                    onClick={() => setWaived({ leads: chosen, isTakenBack: false })}
                  >
                    Count as available without an answer…
                  </Button>
                  {chosen.some(({ waiver }) => waiver !== null) && (
                    <Button
                      onClick={() =>
                        setWaived({
                          leads: chosen.filter(({ waiver }) => waiver !== null),
                          isTakenBack: true,
                        })
                      }
                    >
                      No longer count…
                    </Button>
                  )}
                </>
              ),
            })}
        empty={
          <Empty
            title="There is nobody to ask yet"
            action={
              <Go target={leadsTarget(termId)} look="main">
                See the Lead Reviewers
              </Go>
            }
          >
            Lead Reviewers who are in the pool or in induction are asked when a round is open.
          </Empty>
        }
      />
      {items.length > 0 && <LaneLegend />}
      {waived !== undefined && (
        <WaiveDialog
          term={termId}
          {...waived}
          reload={reload}
          onDone={setOffer}
          onClose={() => setWaived(undefined)}
        />
      )}
      {isRoundShown && (
        <RoundDialog
          termId={termId}
          termName={termName}
          round={round}
          reload={reload}
          onDone={setOffer}
          onClose={() => setIsRoundShown(false)}
        />
      )}
      <Undo offer={offer} onClose={() => setOffer(undefined)} />
    </Page>
  );
}
