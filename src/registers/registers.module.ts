import { Module } from '@nestjs/common';
import { AvailabilityModule } from '../availability/availability.module.js';
import { RegisterFilesController } from './files/register-files.controller.js';
import { RegistersController } from './registers.controller.js';
import { SavedViewsController } from './views/saved-views.controller.js';

/** The registers as tables: whole terms at once, in words, with views that the office shares and files of what is shown. */
@Module({
  imports: [AvailabilityModule],
  controllers: [RegistersController, RegisterFilesController, SavedViewsController],
})
export class RegistersModule {}
