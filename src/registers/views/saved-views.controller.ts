import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../../platform/problems/if-match.js';
import { type RegisterName, RegisterParam } from '../register.schema.js';
import { SavedViewList, SavedViewView, ViewId, ViewInput } from './saved-view.schema.js';
import {
  changeView,
  removeView,
  restoreView,
  savedView,
  savedViews,
  saveView,
} from './saved-views.js';

const NoSuchView = Refuses(404, {
  NOT_FOUND:
    'There is no saved view 0198f0a2-9c11-7a52-8d30-4b7e0a5d2f64. Somebody may have deleted it.',
});
const NameTaken = Refuses(409, {
  ALREADY_THERE: 'There is a view called “North East” already. Choose another name.',
});

@ApiTags('Registers')
@Controller('registers/:register/views')
export class SavedViewsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The saved views of a register by name, shared by the office' })
  @ApiOkResponse({ standardSchema: SavedViewList })
  @SerializeOptions({ schema: SavedViewList })
  async list(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
  ): Promise<SavedViewList> {
    return { items: await savedViews(this.dataSource.manager, register) };
  }

  @Get(':view')
  @ApiOperation({ summary: 'A saved view, with its version as ETag' })
  @ApiOkResponse({ standardSchema: SavedViewView })
  @NoSuchView
  @SerializeOptions({ schema: SavedViewView })
  async view(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
    @Param('view', { schema: ViewId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedViewView> {
    return tagged(await savedView(this.dataSource.manager, register, id), response);
  }

  @Post()
  @ApiOperation({ summary: 'Save a view of a register under a name' })
  @ApiCreatedResponse({ standardSchema: SavedViewView })
  @NameTaken
  @SerializeOptions({ schema: SavedViewView })
  async save(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
    @Body({ schema: ViewInput }) view: ViewInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedViewView> {
    const saved = await this.writing((manager, author) =>
      saveView(manager, register, view, author),
    );
    return tagged(saved, response);
  }

  @Put(':view')
  @ApiOperation({ summary: 'Change what a saved view shows, or its name' })
  @ApiOkResponse({ standardSchema: SavedViewView })
  @NoSuchView
  @NameTaken
  @SerializeOptions({ schema: SavedViewView })
  async change(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
    @Param('view', { schema: ViewId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: ViewInput }) view: ViewInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedViewView> {
    const changed = await this.writing((manager, author) =>
      changeView(manager, register, id, version, view, author),
    );
    return tagged(changed, response);
  }

  @Delete(':view')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a saved view; it can be put back' })
  @ApiNoContentResponse()
  @NoSuchView
  remove(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
    @Param('view', { schema: ViewId }) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.writing((manager, author) => removeView(manager, register, id, version, author));
  }

  @Post(':view/restorations')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put a deleted view back as it was' })
  @ApiOkResponse({ standardSchema: SavedViewView })
  @NoSuchView
  @NameTaken
  @SerializeOptions({ schema: SavedViewView })
  async restore(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
    @Param('view', { schema: ViewId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedViewView> {
    const restored = await this.writing((manager, author) =>
      restoreView(manager, register, id, author),
    );
    return tagged(restored, response);
  }

  private writing<T>(work: (manager: EntityManager, author: string) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => work(manager, this.author.name));
  }
}

function tagged(view: SavedViewView, response: Response): SavedViewView {
  response.setHeader('ETag', entityTag(view.version));
  return view;
}
