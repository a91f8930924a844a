import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { Urn } from '../schools/school.schema.js';
import { RegisterChoices, registerChoices } from './choices.js';
import { columnViews } from './register.schema.js';
import { reviewsOfSchool, SchoolReviews } from './schools/school-reviews.js';
import { SCHOOL_COLUMNS, SchoolsRegister } from './schools/schools-register.schema.js';
import { schoolsRegister } from './schools/schools-register.js';

@ApiTags('Registers')
@Controller()
export class RegistersController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get('registers/choices')
  @ApiOperation({ summary: 'What the forms of the registers offer to choose from' })
  @ApiOkResponse({ standardSchema: RegisterChoices })
  @SerializeOptions({ schema: RegisterChoices })
  choices(): Promise<RegisterChoices> {
    return this.reading(registerChoices);
  }

  @Get('registers/schools')
  @ApiOperation({
    summary: 'Every school with all columns of the register, in words',
    description:
      'To be filtered, sorted and chosen from where it is shown; a file of what was chosen is an answer of its own.',
  })
  @ApiOkResponse({ standardSchema: SchoolsRegister })
  @SerializeOptions({ schema: SchoolsRegister })
  async schools(): Promise<SchoolsRegister> {
    const register = await this.reading(schoolsRegister);
    return { ...register, columns: columnViews(SCHOOL_COLUMNS) };
  }

  @Get('schools/:urn/reviews')
  @ApiOperation({ summary: 'The reviews of a school, the latest year first, with who leads them' })
  @ApiOkResponse({ standardSchema: SchoolReviews })
  @Refuses(404, { NOT_FOUND: 'There is no school 100091.' })
  @SerializeOptions({ schema: SchoolReviews })
  reviewsOf(@Param('urn', { schema: Urn }) urn: string): Promise<SchoolReviews> {
    return this.reading((manager, today) => reviewsOfSchool(manager, urn, today));
  }

  /** All statements of an answer see the same moment. */
  private reading<T>(work: (manager: EntityManager, today: string) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) =>
      work(manager, this.clock.today()),
    );
  }
}
