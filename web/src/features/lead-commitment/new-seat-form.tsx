import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type LeadCommitmentReport, offerSeat } from '../../api/commitments';
import { reviewsRegisterQuery } from '../../api/registers';
import { wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import { Failed, Loading } from '../../parts/states';
import classes from './lead-commitment.module.css';

export interface NewSeatFormProps {
  readonly report: LeadCommitmentReport;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

/** Where parts of the two requests are filled in. */
const FIELDS = {
  '#/week': { id: 'seat-week', label: 'Monday of the week' },
  '#/on': { id: 'seat-offered-on', label: 'Offered on' },
} as const;

/** A review that was offered to the person, and when: the seat comes on record with its offer. */
export function NewSeatForm({ report, onDone, onCancel }: NewSeatFormProps) {
  const reviews = useQuery(reviewsRegisterQuery(report.limits[0]?.term ?? '', 'YEAR'));
  const [review, setReview] = useState('');
  const [week, setWeek] = useState('');
  const [days, setDays] = useState<'MON_WED' | 'WED_FRI'>('MON_WED');
  const [on, setOn] = useState(report.asAt);
  const save = useMutation({
    mutationFn: () =>
      offerSeat(review, { lead: report.row.lead, role: 'LEAD', week, window: days }, on),
    onSuccess: () => onDone('Recorded.'),
  });
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    save.mutate();
  };
  if (reviews.data === undefined) {
    return reviews.error === null ? (
      <Loading what="the reviews" />
    ) : (
      <Failed error={reviews.error} />
    );
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      {save.error !== null && <ProblemSummary error={save.error} fields={FIELDS} />}
      <NativeSelect
        label="Review"
        required
        value={review}
        onChange={({ currentTarget }) => setReview(currentTarget.value)}
      >
        <option value="">Choose a review</option>
        {reviews.data.items
          .filter(({ takesSeats }) => takesSeats)
          .map((each) => (
            <option key={each.review} value={each.review}>
              {[each.school, each.term, each.review].filter((part) => part !== null).join(', ')}
            </option>
          ))}
      </NativeSelect>
      <TextInput
        id={FIELDS['#/week'].id}
        type="date"
        label={FIELDS['#/week'].label}
        error={wordsBeside(save.error, '#/week')}
        required
        value={week}
        onChange={({ currentTarget }) => setWeek(currentTarget.value)}
      />
      <NativeSelect
        label="Days"
        value={days}
        onChange={({ currentTarget }) => setDays(currentTarget.value as typeof days)}
        data={[
          { value: 'MON_WED', label: 'Monday to Wednesday' },
          { value: 'WED_FRI', label: 'Wednesday to Friday' },
        ]}
      />
      <TextInput
        id={FIELDS['#/on'].id}
        type="date"
        label={FIELDS['#/on'].label}
        error={wordsBeside(save.error, '#/on')}
        required
        value={on}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          Record it
        </Button>
      </Group>
    </form>
  );
}
