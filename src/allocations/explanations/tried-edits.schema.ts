import { Edits } from '../hand/edit-request.schema.js';

/** What a plan with asks granted would hold, as edits of this one: what the board tries before anybody has answered. */
export const triedEdits = Edits.meta({
  description:
    'The edits that make this plan so: to be tried. Until the answers are in the registers they break the rules that the asks are about',
});
