import { Modal } from '@mantine/core';
import { useState } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { PlanLead } from '../../api/lead-panel';
import { ChangeLeads } from '../../parts/lead-changes/change-leads';
import type { LeadChangeKind } from '../../parts/lead-changes/lead-change-draft';
import { said } from '../../parts/search-params';
import { Undo, type UndoOffer } from '../../parts/undo';
import { GateForm } from './gate-form';
import type { Correction } from './lead-search';
import { LimitsForm } from './limits-form';
import { RegionForm } from './region-form';
import { useReload } from './use-fact';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

const TITLES: Readonly<Partial<Record<Correction, string>>> = {
  limits: 'Correct the limits',
  gate: 'Record a check',
  region: 'Correct a region',
};
/** What is tried first, as for many at once. */
const TRIED: Readonly<Partial<Record<Correction, LeadChangeKind>>> = {
  expertise: 'EXPERTISE',
  contract: 'CONTRACT',
  'contract-end': 'NO_CONTRACT',
  exception: 'EXCEPTION',
  employer: 'EMPLOYMENT',
  'employer-end': 'NO_EMPLOYMENT',
  standing: 'STANDING',
};

export interface FactFormProps {
  readonly lead: PlanLead;
  /** Called once it is recorded. */
  readonly onDone: () => void;
}

/** The form that the address names. What it corrects is kept in the history. */
export function FactsDialog({ lead }: { lead: PlanLead }) {
  const { correct } = route.useSearch();
  const { term } = route.useParams();
  const reload = useReload(lead);
  const [offer, setOffer] = useState<UndoOffer>();
  const navigate = useNavigate({ from: '/terms/$term/plans/$plan/leads/$lead' });
  const close = () =>
    void navigate({
      search: (before) => said({ ...before, correct: undefined }),
      replace: true,
      resetScroll: false,
    });
  const tried = correct === undefined ? undefined : TRIED[correct];
  return (
    <>
      {tried !== undefined && lead.revision !== null && (
        <ChangeLeads
          key={tried}
          leads={[{ lead: lead.person, name: lead.name, revision: lead.revision }]}
          kinds={[tried]}
          term={term}
          reload={reload}
          onDone={setOffer}
          onClose={close}
        />
      )}
      <Undo offer={offer} onClose={() => setOffer(undefined)} />
      <Modal
        opened={correct !== undefined && tried === undefined}
        onClose={close}
        title={correct && `${TITLES[correct] ?? ''}: ${lead.name}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {correct === 'limits' && <LimitsForm lead={lead} onDone={close} />}
        {correct === 'gate' && <GateForm lead={lead} onDone={close} />}
        {correct === 'region' && <RegionForm lead={lead} onDone={close} />}
      </Modal>
    </>
  );
}
