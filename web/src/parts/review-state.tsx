import { Tag, type Tone } from './tag';

const tones: Readonly<Record<string, Tone>> = {
  Requested: 'plain',
  'Scheduled (draft)': 'draft',
  Offered: 'offered',
  Confirmed: 'accepted',
  'Under way': 'accepted',
  'Report submitted': 'ok',
  Closed: 'ok',
  Postponed: 'warn',
  Cancelled: 'declined',
  'Not covered': 'gap',
};

/** The state of a review in the API's words, with the colour and the icon that go with it. */
export function ReviewState({ state }: { state: string }) {
  return <Tag tone={tones[state] ?? 'plain'}>{state}</Tag>;
}
