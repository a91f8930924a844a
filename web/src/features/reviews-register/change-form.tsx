import { Checkbox, NativeSelect, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReviewRow } from '../../api/registers';
import { todayQuery } from '../../api/terms';
import bulk from '../../parts/bulk/bulk.module.css';
import { wordsBeside } from '../../parts/problem-fields';
import { causeWords, type ChangeDraft, kindWords, stateOf, stateWords } from './change-draft';
import { NamedWindows } from './named-windows';

export interface ChangeFormProps {
  readonly draft: ChangeDraft;
  readonly onChange: (draft: ChangeDraft) => void;
  readonly reviews: readonly ReviewRow[];
  readonly academicYear: string;
  readonly error: unknown;
}

/** What to change, and to what. */
export function ChangeForm(props: ChangeFormProps) {
  const { draft, onChange } = props;
  return (
    <div className={bulk.form}>
      <NativeSelect
        label="What to change"
        value={draft.kind}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, kind: currentTarget.value as ChangeDraft['kind'] })
        }
        data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        data-autofocus
      />
      <Parts {...props} />
    </div>
  );
}

function Parts(props: ChangeFormProps) {
  switch (props.draft.kind) {
    case 'PRIORITY':
      return <PriorityParts {...props} />;
    case 'HOST_ANSWER':
      return <AnswerParts {...props} />;
    case 'TERM':
      return <TermParts {...props} />;
    case 'MOVE':
      return <MoveParts {...props} />;
    case 'CARRY_OVER':
      return <Day {...props} label="Day from which it is so" />;
  }
}

function PriorityParts({ draft, onChange, error }: ChangeFormProps) {
  return (
    <>
      <Checkbox
        label="Go back to the priority that follows from region and carrying over"
        checked={draft.isDerived}
        onChange={({ currentTarget }) => onChange({ ...draft, isDerived: currentTarget.checked })}
      />
      {!draft.isDerived && (
        <>
          <NumberInput
            id="change-priority"
            label="Priority"
            description="1 to 9; a review of priority 2 counts as two reviews of priority 1"
            value={draft.priority}
            onChange={(value) => onChange({ ...draft, priority: String(value) })}
            error={wordsBeside(error, '#/override/priority')}
          />
          <Reason
            draft={draft}
            onChange={onChange}
            words={wordsBeside(error, '#/override/reason')}
          />
        </>
      )}
    </>
  );
}

function AnswerParts(props: ChangeFormProps) {
  const { draft, onChange, reviews, error } = props;
  const [only] = reviews;
  const isOne = reviews.length === 1 && only !== undefined && only.termId !== null;
  return (
    <>
      <Radio.Group
        label="What the host said"
        value={draft.answer}
        onChange={(answer) => onChange({ ...draft, answer: answer })}
      >
        <Radio my="xs" value="ANY" label="Any usable window is acceptable" />
        <Radio
          my="xs"
          value="NAMED"
          label="These windows"
          disabled={!isOne}
          description={isOne ? undefined : 'Choose a single review with a term to name windows'}
        />
        <Radio my="xs" value="NONE" label="The host has not answered after all" />
      </Radio.Group>
      {draft.answer === 'NAMED' && isOne && (
        <NamedWindows
          urn={only.urn}
          term={only.termId ?? ''}
          windows={draft.windows}
          onChange={(windows) => onChange({ ...draft, windows })}
          words={wordsBeside(error, '#/answer/windows')}
        />
      )}
      {draft.answer !== 'NONE' && <Day {...props} label="Answered on" />}
    </>
  );
}

function TermParts(props: ChangeFormProps) {
  const { draft, onChange, academicYear, error } = props;
  const { data } = useQuery(todayQuery);
  const terms = data?.terms.filter((term) => term.academicYear === academicYear) ?? [];
  return (
    <div className={bulk.pair}>
      <NativeSelect
        id="change-term"
        label="Term"
        value={draft.termId}
        onChange={({ currentTarget }) => onChange({ ...draft, termId: currentTarget.value })}
        data={[
          { value: '', label: 'Choose a term' },
          ...terms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={wordsBeside(error, '#/termId')}
      />
      <Day {...props} label="Day from which it is so" />
    </div>
  );
}

function MoveParts(props: ChangeFormProps) {
  const { draft, onChange, error } = props;
  return (
    <>
      <div className={bulk.pair}>
        <NativeSelect
          label="New state"
          value={draft.to}
          onChange={({ currentTarget }) => onChange({ ...draft, to: stateOf(currentTarget.value) })}
          data={Object.entries(stateWords).map(([value, label]) => ({ value, label }))}
        />
        <Day {...props} label="Day from which it is so" />
      </div>
      <NativeSelect
        id="change-ended-by"
        label="Who ended it"
        description="Needed for cancelled and postponed"
        value={draft.endedBy}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, endedBy: currentTarget.value as ChangeDraft['endedBy'] })
        }
        data={Object.entries(causeWords).map(([value, label]) => ({ value, label }))}
        error={wordsBeside(error, '#/endedBy')}
      />
      <Reason draft={draft} onChange={onChange} words={wordsBeside(error, '#/reason')} />
    </>
  );
}

interface ReasonProps extends Pick<ChangeFormProps, 'draft' | 'onChange'> {
  readonly words: string | undefined;
}

function Reason({ draft, onChange, words }: ReasonProps) {
  return (
    <Textarea
      id="change-reason"
      label="Reason"
      autosize
      minRows={2}
      value={draft.reason}
      onChange={({ currentTarget }) => onChange({ ...draft, reason: currentTarget.value })}
      error={words}
    />
  );
}

function Day({ draft, onChange, error, label }: ChangeFormProps & { readonly label: string }) {
  return (
    <TextInput
      id="change-on"
      type="date"
      label={label}
      value={draft.on}
      onChange={({ currentTarget }) => onChange({ ...draft, on: currentTarget.value })}
      error={wordsBeside(error, '#/on') ?? wordsBeside(error, '#/answer/answeredOn')}
    />
  );
}
