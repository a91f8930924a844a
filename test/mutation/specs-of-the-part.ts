/**
 * All specs of a part as one test file: their modules are then loaded once for each mutant and not once for each spec,
 * which is most of the time that a mutant takes.
 */
declare const specsOfThePart: readonly string[];

for (const spec of specsOfThePart) await import(`../../${spec}`);

export {};
