import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../platform/author.js';
import { reviewerByCode } from '../reviewers/register.js';
import { changeLead, revisionOf } from '../reviewers/revisions.js';
import type { Changed } from '../reviewers/reviewer.schema.js';
import type {
  CommitmentsView,
  ContractEnd,
  ContractInput,
  ExceptionInput,
} from './commitment.schema.js';
import { agreeException, endContract, recordContract } from './record-contracts.js';
import { storedContracts, storedOverrides } from './stored-contracts.js';

/** Use cases about contracts and agreed exceptions, each one transaction. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
  ) {}

  async of(code: string): Promise<CommitmentsView> {
    const { manager } = this.dataSource;
    await reviewerByCode(manager, code);
    const contracts = await storedContracts(manager, [code]);
    const exceptions = await storedOverrides(manager, [code]);
    return { contracts: contracts.get(code) ?? [], exceptions: exceptions.get(code) ?? [] };
  }

  /** It rises with whatever is recorded of the person; 0: there is nobody of that reference. */
  async revision(code: string): Promise<number> {
    return (await revisionOf(this.dataSource.manager, code)) ?? 0;
  }

  record(code: string, revision: number, contract: ContractInput): Promise<Changed> {
    return changeLead(this.dataSource, code, revision, (manager) =>
      recordContract(manager, code, contract, this.author.name),
    );
  }

  end(code: string, revision: number, period: ContractEnd): Promise<Changed> {
    return changeLead(this.dataSource, code, revision, (manager) =>
      endContract(manager, code, period, this.author.name),
    );
  }

  agree(
    code: string,
    revision: number,
    { academicYear, exception }: ExceptionInput,
  ): Promise<Changed> {
    return changeLead(this.dataSource, code, revision, (manager) =>
      agreeException(manager, code, academicYear, exception, this.author.name),
    );
  }
}
