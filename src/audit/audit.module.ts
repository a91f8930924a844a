import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditTrail } from './audit-trail.service.js';

/** The audit trail, to be read; features write it through `recordAudit` in their own transactions. */
@Module({ controllers: [AuditController], providers: [AuditTrail] })
export class AuditModule {}
