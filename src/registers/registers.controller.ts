import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { AvailabilityService } from '../availability/availability.service.js';
import { TermId } from '../calendar/calendar.schema.js';
import { Clock } from '../platform/clock.js';
import { KeepsAnswer } from '../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { Urn } from '../schools/school.schema.js';
import {
  AVAILABILITY_COLUMNS,
  AvailabilityRegister,
} from './availability/availability-register.schema.js';
import { availabilityRegister } from './availability/availability-register.js';
import { RegisterChoices, registerChoices } from './choices.js';
import { LEAD_COLUMNS, LeadsRegister } from './leads/leads-register.schema.js';
import { leadsRegister } from './leads/leads-register.js';
import { columnViews } from './register.schema.js';
import { REVIEW_COLUMNS, ReviewsRegister, ScopeQuery } from './reviews/reviews-register.schema.js';
import { reviewsRegister } from './reviews/reviews-register.js';
import { reviewsOfSchool, SchoolReviews } from './schools/school-reviews.js';
import { SCHOOL_COLUMNS, SchoolsRegister } from './schools/schools-register.schema.js';
import { schoolsRegister } from './schools/schools-register.js';

const NoSuchTerm = Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' });
const NoWeeks = Refuses(422, {
  TERM_WITHOUT_WEEKS:
    'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
});

@ApiTags('Registers')
@Controller()
export class RegistersController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly availabilities: AvailabilityService,
  ) {}

  @Get('registers/choices')
  @ApiOperation({ summary: 'What the forms of the registers offer to choose from' })
  @ApiOkResponse({ standardSchema: RegisterChoices })
  @SerializeOptions({ schema: RegisterChoices })
  choices(): Promise<RegisterChoices> {
    return this.reading(registerChoices);
  }

  @Get('registers/schools')
  @KeepsAnswer()
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

  @Get('terms/:term/registers/reviews')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'The reviews of a term, or of its year, with all columns of the register, in words',
    description: 'With what the newest plan of the term says of each.',
  })
  @ApiOkResponse({ standardSchema: ReviewsRegister })
  @NoSuchTerm
  @SerializeOptions({ schema: ReviewsRegister })
  async reviews(
    @Param('term', { schema: TermId }) term: string,
    @Query({ schema: ScopeQuery }) { scope }: ScopeQuery,
  ): Promise<ReviewsRegister> {
    const register = await this.reading((manager, today) =>
      reviewsRegister(manager, term, scope, today),
    );
    return { ...register, columns: columnViews(REVIEW_COLUMNS) };
  }

  @Get('terms/:term/registers/lead-reviewers')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'Every Lead Reviewer as a term looks at them, with all columns of the register',
  })
  @ApiOkResponse({ standardSchema: LeadsRegister })
  @NoSuchTerm
  @NoWeeks
  @SerializeOptions({ schema: LeadsRegister })
  async leads(@Param('term', { schema: TermId }) term: string): Promise<LeadsRegister> {
    const register = await this.reading((manager, today) => leadsRegister(manager, term, today));
    return { ...register, columns: columnViews(LEAD_COLUMNS) };
  }

  @Get('terms/:term/registers/availability')
  @ApiOperation({
    summary: 'Who answered the availability round of a term, what it comes to, and whom to chase',
  })
  @ApiOkResponse({ standardSchema: AvailabilityRegister })
  @NoSuchTerm
  @NoWeeks
  @SerializeOptions({ schema: AvailabilityRegister })
  async availability(
    @Param('term', { schema: TermId }) term: string,
  ): Promise<AvailabilityRegister> {
    const { hasRound, ...register } = await this.reading((manager, today) =>
      availabilityRegister(manager, term, today),
    );
    const round = hasRound ? await this.availabilities.round(term) : null;
    return { ...register, round, columns: columnViews(AVAILABILITY_COLUMNS) };
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
