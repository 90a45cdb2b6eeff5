import { type BanditRun, banditResult } from '@verdict/stats'
import { type Static, Type } from 'typebox'
import { route } from '../../http/route.ts'
import { nullable, record, withDefault } from '../../http/schema.ts'
import { type ComputingDeps, computedReply } from '../jobs/computed-reply.ts'
import { JobResponse } from '../jobs/job-schema.ts'
import { banditComputation, chunkCount } from './bandit-computation.ts'

const BanditRequest = record('BanditSimulationRequest', {
  arm_rates: Type.Array(Type.Number({ minimum: 0, maximum: 1 }), { minItems: 2, maxItems: 10 }),
  horizon: Type.Integer({ minimum: 10, maximum: 5000 }),
  num_simulations: withDefault(Type.Integer({ minimum: 1, maximum: 2000 }), 400),
  // The same seed gives the same answer; null draws one.
  seed: withDefault(nullable(Type.Integer()), 42),
})

const BanditResponse = Type.Object(
  {
    arm_allocation: Type.Array(Type.Number()),
    best_arm_index: Type.Integer(),
    best_arm_allocation: Type.Number(),
    probability_best_arm: Type.Number(),
    final_bandit_regret: Type.Number(),
    final_uniform_regret: Type.Number(),
    regret_curve: Type.Array(
      Type.Object(
        {
          step: Type.Integer(),
          bandit_cumulative_regret: Type.Number(),
          uniform_cumulative_regret: Type.Number(),
        },
        { title: 'BanditRegretPoint' },
      ),
    ),
    num_simulations: Type.Integer(),
    horizon: Type.Integer(),
  },
  { title: 'BanditSimulationResponse' },
)

interface BanditDeps extends ComputingDeps {
  newSeed(): number
}

export const simulateBandit = route({
  method: 'POST',
  path: '/api/v1/simulate/bandit',
  operationId: 'simulateBandit',
  tag: 'planning',
  summary: 'Simulate a bandit beside an even split',
  description: 'Thompson sampling with flat priors; what it pulls, how often it ends on the best arm, and its regret.',
  scope: 'read',
  traffic: 'heavy',
  body: BanditRequest,
  example: { arm_rates: [0.04, 0.05], horizon: 500, num_simulations: 100, seed: 7 },
  responses: { 200: BanditResponse, 202: JobResponse },
  async handle(request, deps: BanditDeps) {
    const { arm_rates: rates, horizon, num_simulations: simulations, seed } = request.body
    const chunks = [0, chunkCount(simulations)] as const
    const input = { rates, horizon, simulations, seed: seed ?? deps.newSeed(), chunks }
    return computedReply(request, deps, banditComputation, input, printed)
  },
})

function printed(run: BanditRun): Static<typeof BanditResponse> {
  const result = banditResult(run)
  return {
    arm_allocation: [...result.armAllocation],
    best_arm_index: result.bestArmIndex,
    best_arm_allocation: result.bestArmAllocation,
    probability_best_arm: result.probabilityBestArm,
    final_bandit_regret: result.finalBanditRegret,
    final_uniform_regret: result.finalUniformRegret,
    regret_curve: result.regretCurve.map(point => ({
      step: point.step,
      bandit_cumulative_regret: point.banditCumulativeRegret,
      uniform_cumulative_regret: point.uniformCumulativeRegret,
    })),
    num_simulations: run.simulations,
    horizon: run.horizon,
  }
}
