import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type LeadChange,
  type LeadChangesResult,
  saveLeadChanges,
  tryLeadChanges,
} from '../../api/lead-changes';
import { leadReviewer } from '../../api/lead-reviewers';
import { type RegisterChoices, registerChoicesQuery } from '../../api/registers';
import { todayQuery } from '../../api/terms';
import { BulkDialog, type BulkResult, type OnTop, refusedLine } from '../bulk/bulk-dialog';
import type { UndoOffer } from '../undo';
import {
  emptyLeadDraft,
  type Expertise,
  leadChangeFields,
  type LeadChangeKind,
  leadChangeKinds,
  leadChangeOf,
  missingOfLeadDraft,
} from './lead-change-draft';
import { LeadChangeForm } from './lead-change-form';

export interface ChangedLead {
  readonly lead: string;
  readonly name: string;
  /** From which they are changed. */
  readonly revision: number;
}

export interface ChangeLeadsProps {
  readonly leads: readonly ChangedLead[];
  /** What may be changed here, the first of it first. */
  readonly kinds: readonly LeadChangeKind[];
  readonly term: string;
  readonly reload: () => Promise<unknown>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

/** One change to one Lead Reviewer or to many: tried first, then saved, with undo. */
export function ChangeLeads(props: ChangeLeadsProps) {
  const { leads } = props;
  const [only] = leads;
  const isOne = leads.length === 1 && only !== undefined;
  const { data: today } = useQuery(todayQuery);
  const { data: choices } = useQuery(registerChoicesQuery);
  const { data: entry } = useQuery({
    queryKey: ['lead-reviewers', only?.lead ?? '', 'entry'],
    queryFn: () => leadReviewer(only?.lead ?? ''),
    enabled: isOne,
    staleTime: 0,
  });
  if (today === undefined || choices === undefined) return null;
  if (isOne && entry === undefined) return null;
  return (
    <Changing {...props} today={today.date} choices={choices} known={isOne ? entry : undefined} />
  );
}

interface ChangingProps extends ChangeLeadsProps {
  readonly today: string;
  readonly choices: RegisterChoices;
  readonly known: Expertise | undefined;
}

function Changing(props: ChangingProps) {
  const { leads, kinds, term, today, choices, known, reload, onDone, onClose } = props;
  const [draft, setDraft] = useState(() => emptyLeadDraft(kinds[0] ?? 'STANDING', today, choices));
  const items = (onTop: OnTop, keys?: readonly string[]): LeadChange[] =>
    leads
      .filter(({ lead }) => keys?.includes(lead) ?? true)
      .map(({ lead, revision }) => ({
        lead,
        revision: onTop.get(lead) ?? revision,
        changes: [leadChangeOf(draft, choices, known)],
      }));
  const told = (result: LeadChangesResult): BulkResult => ({
    lines: result.items.map(({ lead, name, before, after, refusal }) => ({
      key: lead,
      name: name ?? lead,
      before,
      after,
      ...refusedLine(refusal),
    })),
    undo: () => saveLeadChanges(result.undo).then(reload),
  });
  const [only] = leads;
  const isOne = leads.length === 1 && only !== undefined;
  const title = isOne
    ? `${kinds.length === 1 ? leadChangeKinds[draft.kind] : 'Change'}: ${only.name}`
    : `Change ${String(leads.length)} Lead Reviewers`;
  return (
    <BulkDialog
      title={title}
      count={(number) => (number === 1 ? '1 person' : `${String(number)} people`)}
      fields={leadChangeFields}
      missing={() => missingOfLeadDraft(draft)}
      form={(error) => (
        <LeadChangeForm
          draft={draft}
          onChange={setDraft}
          kinds={kinds}
          choices={choices}
          today={today}
          term={term}
          known={known}
          error={error}
        />
      )}
      preview={(onTop) => tryLeadChanges(items(onTop)).then(told)}
      save={async (keys, onTop) => {
        const saved = await saveLeadChanges(items(onTop, keys));
        await reload();
        return told(saved);
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
