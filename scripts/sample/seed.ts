/** From which everything of the sample is drawn: another number gives another partnership. */
export const SAMPLE_SEED = 20_261_221;
