import { Module } from '@nestjs/common';
import { SchoolChangesController } from './bulk/school-changes.controller.js';
import { SchoolsController } from './schools.controller.js';
import { YearCalendarController } from './year-calendar.controller.js';
import { SchoolsService } from './schools.service.js';

/** The register of schools, what they belong to, and when they can be reviewed. */
@Module({
  controllers: [SchoolsController, SchoolChangesController, YearCalendarController],
  providers: [SchoolsService],
  exports: [SchoolsService],
})
export class SchoolsModule {}
