import { Modal } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { PlanLead } from '../../api/lead-panel';
import { said } from '../../parts/search-params';
import { ExpertiseForm } from './expertise-form';
import { GateForm } from './gate-form';
import type { Correction } from './lead-search';
import { LimitsForm } from './limits-form';
import { RegionForm } from './region-form';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

const TITLES: Readonly<Record<Correction, string>> = {
  limits: 'Correct the limits',
  gate: 'Record a check',
  region: 'Correct a region',
  expertise: 'Correct the specialisms',
};

export interface FactFormProps {
  readonly lead: PlanLead;
  /** Called once it is recorded. */
  readonly onDone: () => void;
}

/** The form that the address names. What it corrects is kept in the history. */
export function FactsDialog({ lead }: { lead: PlanLead }) {
  const { correct } = route.useSearch();
  const navigate = useNavigate({ from: '/terms/$term/plans/$plan/leads/$lead' });
  const close = () =>
    void navigate({
      search: (before) => said({ ...before, correct: undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Modal
      opened={correct !== undefined}
      onClose={close}
      title={correct && `${TITLES[correct]}: ${lead.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {correct === 'limits' && <LimitsForm lead={lead} onDone={close} />}
      {correct === 'gate' && <GateForm lead={lead} onDone={close} />}
      {correct === 'region' && <RegionForm lead={lead} onDone={close} />}
      {correct === 'expertise' && <ExpertiseForm lead={lead} onDone={close} />}
    </Modal>
  );
}
