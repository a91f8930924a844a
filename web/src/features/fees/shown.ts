/** What the address no longer says once a dialog of seats is closed. */
export const NO_FIGURE = { figure: undefined, row: undefined, rowOf: undefined } as const;
