import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type LeadRow, type LeadsRegister, leadsRegisterQuery } from '../../api/registers';
import { ChangeLeads } from '../../parts/lead-changes/change-leads';
import { type LeadChangeKind, leadChangeKinds } from '../../parts/lead-changes/lead-change-draft';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Nothing } from '../../parts/register/cell';
import { Register } from '../../parts/register/register';
import { RowLink } from '../../parts/register/row-link';
import { Empty } from '../../parts/states';
import { Tag, type Tone } from '../../parts/tag';
import { leadTarget } from '../../parts/term-links';
import { Undo, type UndoOffer } from '../../parts/undo';
import { LeadForm } from './lead-form';

const route = getRouteApi('/terms/$term/leads');
const noun = { one: 'Lead Reviewer', many: 'Lead Reviewers' };
const kinds = Object.keys(leadChangeKinds) as LeadChangeKind[];
const quick = [
  { label: 'Under target', search: { target: 'under' } },
  { label: 'No answer yet', search: { answer: 'none' } },
  { label: 'In induction', search: { standing: 'in-induction' } },
];

/** Everybody on the register as the term looks at them. */
export function LeadsRegisterPage() {
  const { term } = route.useParams();
  return (
    <LoadedPage query={leadsRegisterQuery(term)} what="the Lead Reviewers" title="Lead Reviewers">
      {(register) => <Leads register={register} />}
    </LoadedPage>
  );
}

function Leads({ register }: { register: LeadsRegister }) {
  const { termId, termName, columns, items } = register;
  const [form, setForm] = useState<{ readonly lead?: string }>();
  const [changed, setChanged] = useState<readonly LeadRow[]>();
  const [offer, setOffer] = useState<UndoOffer>();
  const queries = useQueryClient();
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['registers'] });
    await queries.invalidateQueries({ queryKey: ['lead-reviewers'] });
    await queries.invalidateQueries({ queryKey: ['terms', termId] });
  };
  const add = (look: 'filled' | 'default') => (
    <Button
      variant={look}
      leftSection={<IconUserPlus size={16} aria-hidden />}
      onClick={() => setForm({})}
    >
      Add a Lead Reviewer
    </Button>
  );
  return (
    <Page
      title="Lead Reviewers"
      lead={`Everybody on the register, with what ${termName} asks of them and what the newest plan gives them.`}
      actions={add('default')}
      wide
    >
      <Register
        name="lead-reviewers"
        noun={noun}
        columns={columns}
        rows={items}
        idOf={({ lead }) => lead}
        labelOf={({ name }) => name}
        cells={leadCells(register)}
        of={{ term: termId }}
        quick={quick}
        bulk={(chosen, done) => {
          const [only] = chosen;
          return (
            <>
              <Button
                variant="filled"
                disabled={chosen.length === 0}
                onClick={() => setChanged(chosen)}
              >
                Change {chosen.length === 1 ? '1 person' : `${String(chosen.length)} people`}…
              </Button>
              {chosen.length === 1 && only !== undefined && (
                <Button
                  onClick={() => {
                    setForm({ lead: only.lead });
                    done();
                  }}
                >
                  Correct the entry of {only.name}
                </Button>
              )}
            </>
          );
        }}
        empty={
          <Empty title="There are no Lead Reviewers yet" action={add('filled')}>
            Add them one by one here, or import a spreadsheet.
          </Empty>
        }
      />
      {form !== undefined && (
        <LeadForm
          code={form.lead}
          reload={reload}
          onDone={setOffer}
          onClose={() => setForm(undefined)}
        />
      )}
      {changed !== undefined && (
        <ChangeLeads
          leads={changed}
          kinds={kinds}
          term={termId}
          reload={reload}
          onDone={setOffer}
          onClose={() => setChanged(undefined)}
        />
      )}
      <Undo offer={offer} onClose={() => setOffer(undefined)} />
    </Page>
  );
}

const targetTones: Readonly<Record<string, Tone>> = { Under: 'warn', Met: 'ok' };
const answerTones: Readonly<Record<string, Tone>> = {
  Answered: 'ok',
  Late: 'ok',
  Waived: 'plain',
  None: 'warn',
};

function leadCells({ termId, planId }: LeadsRegister) {
  return {
    name: ({ name, lead }: LeadRow) => (
      <RowLink
        target={planId === null ? undefined : leadTarget(termId, planId, lead)}
        words={name}
      />
    ),
    target: ({ target }: LeadRow) =>
      target === null ? <Nothing /> : <Tag tone={targetTones[target] ?? 'plain'}>{target}</Tag>,
    answer: ({ answer }: LeadRow) =>
      answer === null ? <Nothing /> : <Tag tone={answerTones[answer] ?? 'plain'}>{answer}</Tag>,
    seats: ({ seats }: LeadRow) => (seats.length === 0 ? 'None' : seats.join(', ')),
  };
}
