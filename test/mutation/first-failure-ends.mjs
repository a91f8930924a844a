import { TestEnvironment } from 'jest-environment-node';

/** One failing test has killed the mutant: those after it are skipped, which Jest itself does only between files. */
export default class FirstFailureEnds extends TestEnvironment {
  #hasFailed = false;

  handleTestEvent(event) {
    if (event.name === 'test_done' && event.test.errors.length > 0) this.#hasFailed = true;
    if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
  }
}
