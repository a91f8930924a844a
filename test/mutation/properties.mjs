/** A counterexample is enough to kill a mutant: it need not be made small. The seed is fixed where a spec leaves it open. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true, seed: 20270111 });
