import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../platform/author.js';
import { reviewerByCode } from '../reviewers/register.js';
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

  async record(code: string, contract: ContractInput): Promise<Changed> {
    const changed = await this.dataSource.transaction((manager) =>
      recordContract(manager, code, contract, this.author.name),
    );
    return { changed };
  }

  async end(code: string, period: ContractEnd): Promise<Changed> {
    const changed = await this.dataSource.transaction((manager) =>
      endContract(manager, code, period, this.author.name),
    );
    return { changed };
  }

  async agree(code: string, { academicYear, exception }: ExceptionInput): Promise<Changed> {
    const changed = await this.dataSource.transaction((manager) =>
      agreeException(manager, code, academicYear, exception, this.author.name),
    );
    return { changed };
  }
}
