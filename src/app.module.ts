import { Module, type DynamicModule } from '@nestjs/common';
import { AllocationsModule } from './allocations/allocations.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AvailabilityModule } from './availability/availability.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CommitmentsModule } from './commitments/commitments.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { PlatformModule, type PlatformSettings } from './platform/platform.module.js';
import { RegistersModule } from './registers/registers.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ReviewersModule } from './reviewers/reviewers.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SchoolsModule } from './schools/schools.module.js';
import { SettingsModule } from './settings/settings.module.js';

/** The whole product, in the order data flow. The web server and the worker are both made of it. */
@Module({})
export class AppModule {
  static for(platform: PlatformSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(platform),
        AuditModule,
        SettingsModule,
        CalendarModule,
        SchoolsModule,
        ReviewersModule,
        AvailabilityModule,
        CommitmentsModule,
        ReviewsModule,
        AllocationsModule,
        ExchangeModule,
        RegistersModule,
        ReportsModule,
      ],
    };
  }
}
