import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RegisterChoices } from '../../api/registers';
import bulk from '../bulk/bulk.module.css';
import { wordsBeside } from '../problem-fields';
import { fullDate } from '../short-dates';
import { EmployerFields } from './employer-fields';
import { ExpertiseFields } from './expertise-fields';
import {
  type Expertise,
  gradeWords,
  type LeadChangeDraft,
  type LeadChangeKind,
  leadChangeKinds,
  ofKind,
  standingWords,
} from './lead-change-draft';

export interface LeadChangeFormProps {
  readonly draft: LeadChangeDraft;
  readonly onChange: (draft: LeadChangeDraft) => void;
  /** What may be changed here; of one, the choice is not shown. */
  readonly kinds: readonly LeadChangeKind[];
  readonly choices: RegisterChoices;
  readonly today: string;
  readonly term: string;
  /** What the one person has; undefined: there are many. */
  readonly known: Expertise | undefined;
  readonly error: unknown;
}

/** What to change of Lead Reviewers, and to what. */
export function LeadChangeForm(props: LeadChangeFormProps) {
  const { draft, onChange, kinds, choices, today } = props;
  const year = choices.years.find(({ code }) => code === draft.year);
  return (
    <div className={bulk.form}>
      {kinds.length > 1 && (
        <NativeSelect
          label="What to change"
          value={draft.kind}
          onChange={({ currentTarget: { value } }) => {
            const kind = kinds.find((each) => each === value) ?? draft.kind;
            onChange({ ...draft, ...ofKind(kind, today, year) });
          }}
          data={kinds.map((kind) => ({ value: kind, label: leadChangeKinds[kind] }))}
          data-autofocus
        />
      )}
      <Parts {...props} />
    </div>
  );
}

function Parts(props: LeadChangeFormProps) {
  switch (props.draft.kind) {
    case 'STANDING':
      return <StandingParts {...props} />;
    case 'REGION':
      return <RegionParts {...props} />;
    case 'EXPERTISE':
      return <ExpertiseFields {...props} />;
    case 'CONTRACT':
      return <ContractParts {...props} />;
    case 'NO_CONTRACT':
      return <Days {...props} first="First day without a contract" last="Last day without" />;
    case 'EXCEPTION':
      return <ExceptionParts {...props} />;
    case 'EMPLOYMENT':
      return (
        <EmployerFields {...props}>
          <Days {...props} isOpen />
        </EmployerFields>
      );
    case 'NO_EMPLOYMENT':
      return <Days {...props} first="First day without an employer" isOpen />;
    case 'TRAINING':
      return <TrainingParts {...props} />;
  }
}

function StandingParts(props: LeadChangeFormProps) {
  const { draft, onChange } = props;
  return (
    <>
      <NativeSelect
        label="They are"
        description="Who is paused, has left or is a candidate takes no seat on those days"
        value={draft.standing}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, standing: value as LeadChangeDraft['standing'] })
        }
        data={Object.entries(standingWords).map(([value, label]) => ({ value, label }))}
      />
      <Days {...props} isOpen />
      <Reason {...props} hint="May be left empty" />
    </>
  );
}

function RegionParts(props: LeadChangeFormProps) {
  const { draft, onChange, choices } = props;
  return (
    <>
      <div className={bulk.pair}>
        <NativeSelect
          label="Region"
          value={draft.region}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, region: value })}
          data={choices.regions}
        />
        <NativeSelect
          label="Each of them"
          value={draft.grade}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, grade: value as LeadChangeDraft['grade'] })
          }
          data={Object.entries(gradeWords).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Days {...props} isOpen />
      <Reason {...props} hint="Needed where they do not go there" />
    </>
  );
}

function ContractParts(props: LeadChangeFormProps) {
  const { draft, onChange, choices } = props;
  const year = choices.years.find(({ code }) => code === draft.year);
  return (
    <>
      <Year
        {...props}
        onChange={(next) => {
          const chosen = choices.years.find(({ code }) => code === next.year);
          onChange({ ...next, from: chosen?.from ?? next.from, to: chosen?.to ?? next.to });
        }}
      />
      <Days {...props} />
      {year !== undefined && (
        <p className={bulk.quiet}>
          A contract of {year.code} lies within {fullDate(year.from)} to {fullDate(year.to)}, both
          days included. Every seat needs one on the review’s last day.
        </p>
      )}
    </>
  );
}

function ExceptionParts(props: LeadChangeFormProps) {
  const { draft, onChange, error } = props;
  return (
    <>
      <Year {...props} />
      <Checkbox
        label="Take the agreed exception back: the minimum is worked out again"
        checked={draft.isTakenBack}
        onChange={({ currentTarget }) => onChange({ ...draft, isTakenBack: currentTarget.checked })}
      />
      {!draft.isTakenBack && (
        <>
          <div className={bulk.pair}>
            <NumberInput
              id="lead-change-minimum"
              label="Reviews to lead in the year"
              description="In place of the minimum that is worked out"
              value={draft.minimum}
              onChange={(value) => onChange({ ...draft, minimum: String(value) })}
              error={wordsBeside(error, '#/exception/minimum')}
            />
            <TextInput
              id="lead-change-decided"
              type="date"
              label="Agreed on"
              description="The day of the decision"
              value={draft.decidedOn}
              onChange={({ currentTarget: { value } }) => onChange({ ...draft, decidedOn: value })}
              error={wordsBeside(error, '#/exception/decidedOn')}
            />
          </div>
          <Reason {...props} pointer="#/exception/reason" hint="Such as phased return" />
        </>
      )}
    </>
  );
}

function TrainingParts({ draft, onChange, choices, error }: LeadChangeFormProps) {
  return (
    <div className={bulk.pair}>
      <NativeSelect
        id="lead-change-training"
        label="Training day"
        description="They were there"
        value={draft.trainingDay}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, trainingDay: value })}
        data={[
          { value: '', label: 'Choose a training day' },
          ...choices.trainingDays.map(({ code, words }) => ({ value: code, label: words })),
        ]}
        error={wordsBeside(error, '#/trainingDay')}
      />
      <TextInput
        type="date"
        label="Or caught up on"
        description="Leave it empty where they were there"
        value={draft.caughtUpOn}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, caughtUpOn: value })}
        error={wordsBeside(error, '#/onDate')}
      />
    </div>
  );
}

function Year({ draft, onChange, choices, error }: LeadChangeFormProps) {
  return (
    <NativeSelect
      id="lead-change-year"
      label="Academic year"
      value={draft.year}
      onChange={({ currentTarget: { value } }) => onChange({ ...draft, year: value })}
      data={choices.years.map(({ code }) => code)}
      error={wordsBeside(error, '#/academicYear')}
    />
  );
}

interface DaysProps extends LeadChangeFormProps {
  readonly first?: string;
  readonly last?: string;
  /** Whether it may be until further notice. */
  readonly isOpen?: boolean;
}

function Days(props: DaysProps) {
  const { draft, onChange, error, first = 'First day', last = 'Last day', isOpen = false } = props;
  return (
    <div className={bulk.pair}>
      <TextInput
        id="lead-change-from"
        type="date"
        label={first}
        value={draft.from}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, from: value })}
        error={wordsBeside(error, '#/from')}
      />
      <TextInput
        id="lead-change-to"
        type="date"
        label={last}
        description={isOpen ? 'Leave it empty for until further notice' : 'Included'}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.to}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, to: value })}
        error={wordsBeside(error, '#/to')}
      />
    </div>
  );
}

interface ReasonProps extends LeadChangeFormProps {
  readonly hint: ReactNode;
  readonly pointer?: string;
}

function Reason({ draft, onChange, error, hint, pointer = '#/reason' }: ReasonProps) {
  return (
    <Textarea
      id="lead-change-reason"
      label="Reason"
      description={hint}
      autosize
      minRows={2}
      maxLength={2000}
      value={draft.reason}
      onChange={({ currentTarget: { value } }) => onChange({ ...draft, reason: value })}
      error={wordsBeside(error, pointer)}
    />
  );
}
