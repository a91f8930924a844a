import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { recordFact, retractFact } from '../../api/lead-facts';
import { type PlanLead, planLeadQuery } from '../../api/lead-panel';
import { announce } from '../../parts/announcer';
import { Undo, type UndoOffer } from '../../parts/undo';
import classes from './lead-panel.module.css';
import { useReload } from './use-fact';

type FormerHome = PlanLead['formerHomes'][number];

/** Where they lived before. One that was entered by mistake is taken back: earlier journeys are measured anew. */
export function FormerHomes({ lead }: { lead: PlanLead }) {
  const [offer, setOffer] = useState<UndoOffer>();
  const reload = useReload(lead);
  const queries = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const takeBack = useMutation({
    mutationFn: ({ from, to }: FormerHome) =>
      retractFact(lead.person, lead.revision ?? 0, { kind: 'FORMER_HOME', from, to }),
    onSuccess: async (_, { from, to, postcodeDistrict, words }) => {
      announce(`Taken back: ${words}. You can undo it.`);
      setOffer({
        words: `Taken back: ${words}. Journeys of that time are measured from another home now; the next payroll corrects what was paid.`,
        undo: async () => {
          const { revision } = await queries.fetchQuery(planLeadQuery(lead.plan.id, lead.person));
          const fact = { kind: 'FORMER_HOME', from, to, postcodeDistrict } as const;
          await recordFact(lead.person, revision ?? 0, fact);
          await reload();
        },
      });
      await reload();
      // Its button is gone; whoever pressed it reads on here.
      heading.current?.focus({ preventScroll: true });
    },
  });
  if (lead.formerHomes.length === 0 && offer === undefined && takeBack.error === null) return null;
  return (
    <div className={classes.formerHomes}>
      <h3 ref={heading} tabIndex={-1}>
        Former homes
      </h3>
      {lead.formerHomes.length > 0 ? (
        <ul>
          {lead.formerHomes.map((home) => (
            <li key={home.from}>
              {home.words}
              {lead.revision !== null && (
                <Button
                  size="compact-sm"
                  loading={takeBack.isPending && takeBack.variables.from === home.from}
                  onClick={() => takeBack.mutate(home)}
                >
                  Take back<span className="sr">: {home.words}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>There is none on record.</p>
      )}
      <Undo offer={offer} error={takeBack.error} onClose={() => setOffer(undefined)} />
    </div>
  );
}
