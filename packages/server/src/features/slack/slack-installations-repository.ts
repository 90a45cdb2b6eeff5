import type { Transaction } from 'kysely'
import type { Database } from '../../database/database.ts'
import type { SecretBox } from '../../database/secret-box.ts'
import type { Tables } from '../../database/tables.ts'

export interface SlackInstallation {
  readonly teamId: string
  readonly teamName: string | null
  readonly installedAt: string
}

export interface SlackTokens {
  readonly bot: string
  readonly user: string | null
}

/** Workspaces of Slack that have installed the app; their tokens are encrypted at rest. */
export class SlackInstallationsRepository {
  readonly #db: Database
  readonly #box: SecretBox

  constructor(db: Database, box: SecretBox) {
    this.#db = db
    this.#box = box
  }

  async findNewest(): Promise<SlackInstallation | null> {
    const newest = this.#db.selectFrom('slack_installations').selectAll().orderBy('updated_at', 'desc')
    const row = await newest.orderBy('team_id').executeTakeFirst()
    return row === undefined ? null : { teamId: row.team_id, teamName: row.team_name, installedAt: row.installed_at }
  }

  /** In plain text, to call Slack with. */
  async findBotToken(teamId: string): Promise<string | null> {
    const row = await this.#db
      .selectFrom('slack_installations')
      .select('bot_token_sealed')
      .where('team_id', '=', teamId)
      .executeTakeFirst()
    return row === undefined ? null : this.#box.open(row.bot_token_sealed, context(teamId))
  }

  /** A team that installs again keeps its first date. */
  async upsert(
    transaction: Transaction<Tables>,
    { teamId, teamName, installedAt }: SlackInstallation,
    { bot, user }: SlackTokens,
  ): Promise<void> {
    const row = {
      team_name: teamName,
      bot_token_sealed: this.#box.seal(bot, context(teamId)),
      user_token_sealed: user === null ? null : this.#box.seal(user, context(teamId)),
      updated_at: installedAt,
    }
    await transaction
      .insertInto('slack_installations')
      .values({ team_id: teamId, installed_at: installedAt, ...row })
      .onConflict(conflict => conflict.column('team_id').doUpdateSet(row))
      .execute()
  }

  /** Seals anew what an older key has sealed. */
  async reseal(): Promise<void> {
    const rows = await this.#db.selectFrom('slack_installations').selectAll().execute()
    for (const row of rows.filter(({ bot_token_sealed: sealed }) => this.#box.isStale(sealed))) {
      const anew = (sealed: string) =>
        this.#box.seal(this.#box.open(sealed, context(row.team_id)), context(row.team_id))
      const user = row.user_token_sealed
      await this.#db
        .updateTable('slack_installations')
        .set({ bot_token_sealed: anew(row.bot_token_sealed), user_token_sealed: user === null ? null : anew(user) })
        .where('team_id', '=', row.team_id)
        .where('bot_token_sealed', '=', row.bot_token_sealed)
        .execute()
    }
  }
}

function context(teamId: string): string {
  return `slack:${teamId}`
}
