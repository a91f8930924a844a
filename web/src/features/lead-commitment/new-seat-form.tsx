import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type LeadCommitmentReport, offerSeat } from '../../api/commitments';
import { reviewsRegisterQuery } from '../../api/registers';
import { ProblemSummary } from '../../parts/problem-summary';
import { Failed, Loading } from '../../parts/states';
import classes from './lead-commitment.module.css';

export interface NewSeatFormProps {
  readonly report: LeadCommitmentReport;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

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
      {save.error !== null && <ProblemSummary error={save.error} />}
      <NativeSelect
        label="Review"
        required
        value={review}
        onChange={({ currentTarget }) => setReview(currentTarget.value)}
      >
        <option value="">Choose a review</option>
        {reviews.data.items.map((each) => (
          <option key={each.review} value={each.review}>
            {each.school}, {each.review}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        type="date"
        label="Monday of the week"
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
        type="date"
        label="Offered on"
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
