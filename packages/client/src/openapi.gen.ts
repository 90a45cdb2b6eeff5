// Written by npm run generate from the server's routes.
export interface paths {
    readonly "/api/v1/calculate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Size an experiment
         * @description Users per variant, duration, and the warnings of the design.
         */
        readonly post: operations["calculate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Which arm a user gets
         * @description A recorded exposure is kept; otherwise targeting, namespace and hash decide. Nothing is recorded.
         */
        readonly post: operations["assignExperiment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/conversions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record metric events
         * @description An idempotency key is unique per metric; without one every call adds its events again.
         */
        readonly post: operations["ingestConversions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Ship, do not ship, or keep running
         * @description One verdict over the same read-out as live-stats, with reasons and blockers as codes.
         */
        readonly get: operations["getDecision"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/exposures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record who saw which arm
         * @description A user's first exposure wins. The batch is stored whole or not at all, and is on disk before the answer.
         */
        readonly post: operations["ingestExposures"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/ingestion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What has arrived
         * @description Raw rows, before any population rule; the holdout counts as variation -1.
         */
        readonly get: operations["getIngestion"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/live-stats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The live read-out
         * @description Sample ratio, comparisons, always-valid bounds, CUPED, strata, population. ETag by data and design.
         */
        readonly get: operations["getLiveStats"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/pre-period": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record covariates from before the start
         * @description One value per user and covariate; the first wins. They sharpen the CUPED estimate.
         */
        readonly post: operations["ingestPrePeriod"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/experiments/{experiment_id}/strata": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record the stratum of users
         * @description One stratum per user; the first wins. They sharpen the post-stratified estimate.
         */
        readonly post: operations["ingestStrata"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/projects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List, search and sort projects */
        readonly get: operations["listProjects"];
        readonly put?: never;
        /** Create a project */
        readonly post: operations["createProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/projects/{project_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a project
         * @description An archived project is hidden here; restore it to read it again.
         */
        readonly get: operations["getProject"];
        /**
         * Replace a project
         * @description Each call keeps a revision. What decides is frozen at the first exposure; later changes are recorded, not used.
         */
        readonly put: operations["updateProject"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/projects/{project_id}/archive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Archive a project
         * @description Hides it and closes it to changes and events; its read-out stays. A second call changes nothing.
         */
        readonly post: operations["archiveProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/projects/{project_id}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Restore an archived project */
        readonly post: operations["restoreProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the process answers */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/livez": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the process runs */
        readonly get: operations["getLivez"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Open to this machine; needs the read scope once a token is set.
         */
        readonly get: operations["getMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the server can do its work */
        readonly get: operations["getReadyz"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AdditionalContext: {
            /** @default  */
            readonly llm_context: string;
            /** @default null */
            readonly observed_results: components["schemas"]["SavedObservedResults"] | null;
        };
        readonly CalculationRequest: {
            /** @default null */
            readonly active_campaigns_present: boolean | null;
            /** @default null */
            readonly actual_counts: readonly number[] | null;
            readonly alpha: number;
            /**
             * @default frequentist
             * @enum {string}
             */
            readonly analysis_mode: "frequentist" | "bayesian";
            readonly audience_share_in_test: number;
            /** @default null */
            readonly avg_cluster_size: number | null;
            readonly baseline_value: number;
            /** @default 0.95 */
            readonly credibility: number;
            /** @default null */
            readonly cuped_correlation: number | null;
            /** @default null */
            readonly cuped_pre_experiment_std: number | null;
            /** @default null */
            readonly decision_policy: components["schemas"]["DecisionPolicy"] | null;
            /** @default null */
            readonly desired_precision: number | null;
            /**
             * @default increase
             * @enum {string}
             */
            readonly direction: "increase" | "decrease";
            /** @default 1 */
            readonly dispersion: number;
            /** @default null */
            readonly equivalence_margin_pct: number | null;
            readonly expected_daily_traffic: number;
            /** @default null */
            readonly exposure_per_user: number | null;
            /** @default null */
            readonly given_sample_size_per_variant: number | null;
            /** @default null */
            readonly holdout_fraction: number | null;
            /** @default null */
            readonly icc: number | null;
            /** @default null */
            readonly long_test_possible: boolean | null;
            readonly mde_pct: number;
            /** @enum {string} */
            readonly metric_type: "binary" | "continuous" | "ratio" | "count";
            /** @default null */
            readonly mutually_exclusive_experiments: number | null;
            /** @default 1 */
            readonly n_looks: number;
            /**
             * @default null
             * @enum {string|null}
             */
            readonly planned_test: "z_test" | "fisher_exact" | "mann_whitney" | "tost" | null;
            readonly power: number;
            /** @default null */
            readonly randomization_unit: string | null;
            /** @default null */
            readonly seasonality_present: boolean | null;
            /** @default null */
            readonly std_dev: number | null;
            readonly traffic_split: readonly number[];
            readonly variants_count: number;
        };
        readonly CalculationResponse: {
            readonly achievable_mde_pct: number | null;
            readonly achieved_power: number | null;
            readonly assumptions: readonly string[];
            readonly avg_cluster_size: number | null;
            readonly bayesian_credibility: number | null;
            readonly bayesian_note: string | null;
            readonly bayesian_sample_size_per_variant: number | null;
            readonly bonferroni_note: string | null;
            readonly calculation_summary: components["schemas"]["CalculationSummaryResponse"];
            readonly clusters_per_variant: number | null;
            readonly cuped_duration_days: number | null;
            readonly cuped_sample_size_per_variant: number | null;
            readonly cuped_std: number | null;
            readonly cuped_theta: number | null;
            readonly cuped_variance_reduction_pct: number | null;
            readonly design_effect: number | null;
            readonly duration_days_for_split: number;
            readonly icc: number | null;
            readonly operating_characteristics: readonly {
                readonly expected_information_fraction: number;
                readonly keep_running: number;
                readonly no_ship: number;
                readonly ship: number;
                readonly true_effect_multiple: number;
                readonly true_effect_pct: number;
            }[] | null;
            readonly results: components["schemas"]["CalculationResultsResponse"];
            readonly sample_sizes_by_variant: readonly number[];
            readonly sequential_adjusted_sample_size: number | null;
            readonly sequential_boundaries: readonly {
                readonly cumulative_alpha_spent: number;
                readonly incremental_alpha: number;
                readonly info_fraction: number;
                readonly is_final: boolean;
                readonly look: number;
                readonly p_boundary: number;
                readonly z_boundary: number;
            }[] | null;
            readonly sequential_inflation_factor: number | null;
            readonly total_sample_size_for_split: number;
            readonly warnings: readonly components["schemas"]["WarningResponse"][];
        };
        readonly CalculationResultsResponse: {
            readonly allocated_daily_traffic: number | null;
            readonly effective_daily_traffic: number;
            readonly estimated_duration_days: number;
            readonly holdout_fraction: number | null;
            readonly mutually_exclusive_experiments: number | null;
            readonly sample_size_per_variant: number;
            readonly total_sample_size: number;
        };
        readonly CalculationSummaryResponse: {
            readonly alpha: number;
            readonly baseline_value: number;
            readonly equivalence_margin_absolute: number | null;
            readonly equivalence_margin_pct: number | null;
            readonly mde_absolute: number;
            readonly mde_pct: number;
            readonly metric_type: string;
            readonly planned_test: string | null;
            readonly power: number;
        };
        readonly ConstraintsConfig: {
            readonly active_campaigns_present: boolean;
            /**
             * @default frequentist
             * @enum {string}
             */
            readonly analysis_mode: "frequentist" | "bayesian";
            /** @default 0.95 */
            readonly credibility: number;
            readonly deadline_pressure: string;
            /** @default null */
            readonly desired_precision: number | null;
            /** @default null */
            readonly holdout_fraction: number | null;
            readonly interference_risk: string;
            readonly known_risks: string;
            readonly legal_or_ethics_constraints: string;
            readonly long_test_possible: boolean;
            /** @default null */
            readonly mutually_exclusive_experiments: number | null;
            /** @default 1 */
            readonly n_looks: number;
            /**
             * @default {
             *       "max_events": 100,
             *       "window_minutes": 60
             *     }
             */
            readonly rate_spike: components["schemas"]["RateSpike"] | null;
            readonly returning_users_present: boolean;
            readonly seasonality_present: boolean;
            readonly technical_constraints: string;
        };
        readonly ConversionCountBucket: {
            readonly count: number;
            readonly metric: string;
            readonly value_sum: number;
        };
        readonly ConversionEvent: {
            /** @default null */
            readonly idempotency_key: string | null;
            readonly metric: string;
            /**
             * Format: datetime
             * @default null
             */
            readonly occurred_at: string | null;
            readonly user_id: string;
            /** @default 1 */
            readonly value: number;
        };
        readonly ConversionIngestRequest: {
            readonly conversions: readonly components["schemas"]["ConversionEvent"][];
        };
        readonly DecisionEvidenceSummary: {
            readonly minimum_worthwhile_effect: number | null;
            readonly mwe_source: string | null;
            readonly planned_power: number | null;
            readonly policy_changed_after_start: boolean;
            readonly policy_changes: {
                readonly [key: string]: unknown;
            };
            readonly policy_version: string | null;
            readonly power_achieved_not_used: boolean;
            readonly require_practical_evidence: boolean | null;
            readonly winning_arms: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly DecisionPolicy: {
            /**
             * @default bonferroni
             * @enum {string}
             */
            readonly arm_adjustment: "bonferroni" | "holm" | "dunnett" | "none";
            /**
             * @default unadjusted
             * @enum {string}
             */
            readonly estimator: "unadjusted" | "cuped" | "post_stratified";
            /** @default null */
            readonly futility: components["schemas"]["Futility"] | null;
            /** @default null */
            readonly minimum_worthwhile_effect: number | null;
            /** @default null */
            readonly minimum_worthwhile_effect_pct: number | null;
            /**
             * @default auto
             * @enum {string}
             */
            readonly monitoring: "auto" | "fixed" | "group_sequential" | "always_valid";
            /**
             * @default holm
             * @enum {string}
             */
            readonly secondary_adjustment: "holm" | "benjamini_hochberg";
            /**
             * @default obrien_fleming
             * @enum {string}
             */
            readonly spending: "obrien_fleming" | "pocock" | "lan_demets_obrien_fleming" | "lan_demets_pocock" | "kim_demets" | "hwang_shih_decani";
            /** @default null */
            readonly spending_parameter: number | null;
        };
        readonly DecisionPolicySummary: {
            readonly arm_adjustment: string;
            readonly baseline_value: number | null;
            readonly direction: string;
            readonly estimator: string;
            readonly evidence_fields: readonly string[];
            readonly metric_type: string | null;
            readonly minimum_worthwhile_effect: number | null;
            readonly minimum_worthwhile_effect_relative_pct: number | null;
            readonly monitoring: string;
            readonly mwe_scale: string;
            readonly mwe_source: string;
            readonly planned_power: number | null;
            readonly practical_rule: string;
            readonly require_practical_evidence: boolean;
            readonly version: string;
        };
        readonly DecisionReadoutResponse: {
            readonly blockers: readonly components["schemas"]["DecisionReason"][];
            /** @enum {string} */
            readonly confidence: "high" | "medium" | "low";
            readonly data_version: string;
            readonly evidence: components["schemas"]["DecisionEvidenceSummary"] | null;
            readonly experiment_id: string;
            readonly policy: components["schemas"]["DecisionPolicySummary"] | null;
            readonly reasons: readonly components["schemas"]["DecisionReason"][];
            /** @enum {string} */
            readonly verdict: "ship" | "no_ship" | "keep_running";
        };
        readonly DecisionReason: {
            readonly code: string;
            readonly params: {
                readonly [key: string]: unknown;
            };
        };
        readonly ErrorEnvelope: {
            readonly detail: string;
            readonly error_code: string;
            readonly request_id: string;
            readonly status_code: number;
        };
        readonly ExperimentAssignmentRequest: {
            /** @default null */
            readonly attributes: {
                readonly [key: string]: unknown;
            } | null;
            /**
             * @default 2
             * @enum {integer}
             */
            readonly hash_version: 1 | 2;
            readonly user_id: string;
        };
        readonly ExperimentAssignmentResponse: {
            readonly coverage: number;
            readonly experiment_id: string;
            readonly growthbook: components["schemas"]["GrowthBookAssignmentResult"];
            readonly hash: number | null;
            readonly hash_version: number;
            readonly holdout: boolean;
            readonly in_experiment: boolean;
            readonly namespace_excluded: boolean;
            readonly num_variations: number;
            readonly seed: string;
            readonly sticky: boolean;
            readonly targeting_excluded: boolean;
            readonly user_id: string;
            readonly variation_index: number;
            readonly weights: readonly number[];
        };
        readonly ExperimentInput: {
            /** @default {} */
            readonly additional_context: components["schemas"]["AdditionalContext"];
            readonly constraints: components["schemas"]["ConstraintsConfig"];
            /** @default {} */
            readonly decision_policy: components["schemas"]["DecisionPolicy"];
            readonly hypothesis: components["schemas"]["HypothesisContext"];
            readonly metrics: components["schemas"]["MetricsConfig"];
            readonly project: components["schemas"]["ProjectContext"];
            readonly setup: components["schemas"]["ExperimentSetup"];
        };
        readonly ExperimentSetup: {
            readonly audience_share_in_test: number;
            /** @default null */
            readonly avg_cluster_size: number | null;
            readonly exclusion_criteria: string;
            readonly expected_daily_traffic: number;
            readonly experiment_type: string;
            /** @default null */
            readonly icc: number | null;
            readonly inclusion_criteria: string;
            /** @default null */
            readonly namespace: components["schemas"]["NamespaceConfig"] | null;
            readonly randomization_unit: string;
            /** @default [] */
            readonly targeting_rules: readonly components["schemas"]["TargetingRule"][];
            readonly traffic_split: readonly number[];
            readonly variants_count: number;
        };
        readonly ExposureCountBucket: {
            readonly count: number;
            readonly variation_index: number;
        };
        readonly ExposureEvent: {
            /**
             * Format: datetime
             * @default null
             */
            readonly occurred_at: string | null;
            readonly user_id: string;
            readonly variation_index: number;
        };
        readonly ExposureIngestRequest: {
            readonly exposures: readonly components["schemas"]["ExposureEvent"][];
        };
        readonly Futility: {
            readonly beta: number;
            /** @enum {string} */
            readonly type: "obrien_fleming" | "pocock" | "kim_demets" | "hwang_shih_decani";
        };
        readonly GrowthBookAssignmentResult: {
            readonly bucket: number | null;
            readonly hashAttribute: string;
            readonly hashUsed: boolean;
            readonly hashValue: string;
            readonly inExperiment: boolean;
            readonly key: string;
            readonly variationId: number;
        };
        readonly GuardrailMetricInput: {
            /** @default null */
            readonly baseline_mean: number | null;
            /** @default null */
            readonly baseline_rate: number | null;
            /**
             * @default increase_is_bad
             * @enum {string}
             */
            readonly direction: "increase_is_bad" | "decrease_is_bad";
            /** @enum {string} */
            readonly metric_type: "binary" | "continuous";
            readonly name: string;
            /** @default null */
            readonly non_inferiority_margin_pct: number | null;
            /** @default null */
            readonly std_dev: number | null;
        };
        readonly HealthResponse: {
            readonly environment: string;
            readonly git_sha: string;
            readonly service: string;
            readonly status: string;
            readonly version: string;
        };
        readonly HTTPValidationError: {
            readonly detail: readonly components["schemas"]["ValidationError"][];
            readonly error_code: string;
            readonly request_id: string;
            readonly status_code: number;
        };
        readonly HypothesisContext: {
            readonly business_problem: string;
            readonly change_description: string;
            readonly desired_result: string;
            readonly hypothesis_statement: string;
            readonly target_audience: string;
            readonly what_to_validate: string;
        };
        readonly IngestionSummaryResponse: {
            readonly conversion_counts: readonly components["schemas"]["ConversionCountBucket"][];
            readonly conversions_total: number;
            readonly experiment_id: string;
            readonly exposure_counts: readonly components["schemas"]["ExposureCountBucket"][];
            readonly exposures_total: number;
        };
        readonly IngestResultResponse: {
            readonly deduplicated: number;
            readonly received: number;
            readonly recorded: number;
            readonly refused: readonly {
                readonly index: number;
                readonly reason: string;
                readonly user_id: string;
            }[];
        };
        readonly LiveAlwaysValidBlock: {
            readonly always_valid_p_value: number | null;
            readonly always_valid_p_value_log10: number | null;
            readonly ci_sequence_lower: number | null;
            readonly ci_sequence_upper: number | null;
            readonly confidence_level: number | null;
            readonly is_significant: boolean | null;
            readonly mixture_variance: number | null;
            readonly note: string | null;
            readonly status: string;
        };
        readonly LiveArmStat: {
            readonly conversion_rate: number | null;
            readonly converted_users: number;
            readonly exposed_users: number;
            readonly mean: number | null;
            readonly ratio: number | null;
            readonly std: number | null;
            readonly variation_index: number;
        };
        readonly LiveComparison: {
            readonly always_valid: components["schemas"]["LiveAlwaysValidBlock"] | null;
            readonly analysis: components["schemas"]["ResultsResponse"] | null;
            readonly control: components["schemas"]["LiveArmStat"];
            readonly note: string | null;
            readonly probability_treatment_beats_control: number | null;
            readonly sequential_significant: boolean | null;
            readonly status: string;
            readonly treatment: components["schemas"]["LiveArmStat"];
            readonly treatment_index: number;
        };
        readonly LiveCupedArmStat: {
            readonly adjusted_mean: number | null;
            readonly adjusted_std: number | null;
            readonly covariate_users: number;
            readonly coverage: number | null;
            readonly exposed_users: number;
            readonly unadjusted_mean: number | null;
            readonly variation_index: number;
        };
        readonly LiveCupedBlock: {
            readonly comparisons: readonly components["schemas"]["LiveCupedComparison"][];
            readonly covariate_users_total: number | null;
            readonly covariates: readonly components["schemas"]["LiveCupedCovariate"][];
            readonly coverage_total: number | null;
            readonly exposed_users_total: number | null;
            readonly note: string;
            readonly num_covariates: number | null;
            readonly selection_caveat: string | null;
            readonly status: string;
            readonly theta: number | null;
            readonly variance_reduction_pct: number | null;
        };
        readonly LiveCupedComparison: {
            readonly analysis: components["schemas"]["ResultsResponse"] | null;
            readonly control: components["schemas"]["LiveCupedArmStat"];
            readonly note: string | null;
            readonly status: string;
            readonly treatment: components["schemas"]["LiveCupedArmStat"];
            readonly treatment_index: number;
            readonly variance_reduction_pct: number | null;
        };
        readonly LiveCupedCovariate: {
            readonly name: string;
            readonly theta: number;
        };
        readonly LiveEventTimingBlock: {
            readonly after_window_left_out: number | null;
            readonly before_exposure_left_out: number | null;
            readonly horizon_days: number | null;
            readonly in_window: number | null;
            readonly late: number | null;
            readonly metric: string | null;
            readonly out_of_order: number | null;
            readonly status: string;
            readonly total: number | null;
            readonly without_client_time: number | null;
        };
        readonly LiveExclusionBlock: {
            readonly manual_filtered: number | null;
            readonly rate_spike_filtered: number | null;
            readonly status: string;
            readonly total_filtered: number | null;
        };
        readonly LiveGuardrailArmStat: {
            readonly exposed_users: number;
            readonly point_estimate: number | null;
            readonly variation_index: number;
        };
        readonly LiveGuardrailBlock: {
            readonly any_breached: boolean;
            readonly metrics: readonly components["schemas"]["LiveGuardrailMetricResult"][];
            readonly note: string;
            readonly status: string;
        };
        readonly LiveGuardrailComparison: {
            readonly control: components["schemas"]["LiveGuardrailArmStat"];
            readonly effect: number | null;
            readonly harm: number | null;
            readonly harm_lower_bound: number | null;
            readonly is_breached: boolean | null;
            readonly margin: number | null;
            readonly note: string | null;
            readonly p_value: number | null;
            readonly p_value_log10: number | null;
            readonly status: string;
            readonly treatment: components["schemas"]["LiveGuardrailArmStat"];
            readonly treatment_index: number;
        };
        readonly LiveGuardrailMetricResult: {
            readonly comparisons: readonly components["schemas"]["LiveGuardrailComparison"][];
            readonly direction: string;
            readonly margin_pct: number | null;
            readonly metric_type: string;
            readonly name: string;
            readonly status: string;
        };
        readonly LiveHoldoutArmStat: {
            readonly conversion_rate: number | null;
            readonly converted_users: number;
            readonly exposed_users: number;
            readonly label: string;
            readonly mean: number | null;
            readonly std: number | null;
        };
        readonly LiveHoldoutBlock: {
            readonly always_valid: components["schemas"]["LiveAlwaysValidBlock"] | null;
            readonly analysis: components["schemas"]["ResultsResponse"] | null;
            readonly holdout: components["schemas"]["LiveHoldoutArmStat"] | null;
            readonly holdout_users_total: number | null;
            readonly note: string;
            readonly probability_treated_beats_holdout: number | null;
            readonly status: string;
            readonly treated: components["schemas"]["LiveHoldoutArmStat"] | null;
            readonly treated_users_total: number | null;
        };
        readonly LiveIdentityResolutionBlock: {
            readonly canonicalized_events: number | null;
            readonly linked_identities: number | null;
            readonly merged_users: number | null;
            readonly status: string;
        };
        readonly LivenessResponse: {
            readonly status: string;
        };
        readonly LivePopulationBlock: {
            readonly conflicts: {
                readonly covariate: number;
                readonly identity: number;
                readonly several_arms: number;
                readonly several_strata: number;
                readonly treated_and_held_out: number;
            } | null;
            readonly excluded_users: number | null;
            readonly filters: readonly {
                readonly by_arm: readonly number[];
                readonly imbalance_p_value: number | null;
                readonly imbalance_p_value_log10: number | null;
                readonly reason: string;
            }[];
            readonly fingerprint: string | null;
            readonly holdout_users: number | null;
            readonly linked_identities: number | null;
            readonly manual_excluded: number | null;
            readonly policy_aligned: boolean | null;
            readonly policy_version: string | null;
            readonly rate_spike_excluded: number | null;
            readonly status: string;
            readonly treated_users: number | null;
        };
        readonly LiveSequentialBlock: {
            readonly current_boundary_z: number | null;
            readonly information_fraction: number | null;
            readonly n_looks: number;
            readonly note: string;
            readonly planned_sample_size_per_variant: number | null;
            readonly status: string;
            readonly total_exposed: number;
        };
        readonly LiveSrmBlock: {
            readonly causes: readonly {
                readonly code: string;
                readonly evidence: Record<string, never>;
            }[];
            readonly chi_square: number | null;
            readonly expected_counts: readonly number[];
            readonly is_srm: boolean;
            readonly observed_counts: readonly number[];
            readonly p_value: number | null;
            readonly p_value_log10: number | null;
            readonly sequential: {
                readonly is_srm: boolean | null;
                readonly p_value: number | null;
                readonly p_value_log10: number | null;
                readonly status: string;
            };
            readonly status: string;
            readonly verdict: string;
        };
        readonly LiveStatsResponse: {
            readonly comparisons: readonly components["schemas"]["LiveComparison"][];
            readonly conversions_total: number;
            readonly cuped: components["schemas"]["LiveCupedBlock"];
            readonly data_version: string;
            readonly disclaimer: string;
            readonly event_timing: components["schemas"]["LiveEventTimingBlock"];
            readonly exclusions: components["schemas"]["LiveExclusionBlock"];
            readonly experiment_id: string;
            readonly exposures_total: number;
            readonly guardrail: components["schemas"]["LiveGuardrailBlock"];
            readonly holdout: components["schemas"]["LiveHoldoutBlock"];
            readonly identity_resolution: components["schemas"]["LiveIdentityResolutionBlock"];
            readonly looks: readonly {
                readonly boundary_z: number;
                readonly comparisons: readonly {
                    readonly crossed: boolean;
                    readonly test_statistic: number;
                    readonly treatment_index: number;
                }[];
                readonly information_fraction: number;
                readonly look: number;
                readonly recorded_at: string;
            }[];
            readonly metric_type: string;
            readonly population: components["schemas"]["LivePopulationBlock"];
            readonly primary_metric_name: string;
            readonly secondary: {
                readonly adjustment: string;
                readonly metrics: readonly Record<string, never>[];
                readonly status: string;
            };
            readonly sequential: components["schemas"]["LiveSequentialBlock"];
            readonly srm: components["schemas"]["LiveSrmBlock"];
            readonly stratified: components["schemas"]["LiveStratifiedBlock"];
        };
        readonly LiveStratifiedBlock: {
            readonly comparisons: readonly components["schemas"]["LiveStratifiedComparison"][];
            readonly exposed_users_total: number | null;
            readonly note: string;
            readonly num_strata: number | null;
            readonly status: string;
            readonly stratified_users_total: number | null;
        };
        readonly LiveStratifiedComparison: {
            readonly ci_level: number | null;
            readonly ci_lower: number | null;
            readonly ci_upper: number | null;
            readonly effect: number | null;
            readonly is_significant: boolean | null;
            readonly note: string | null;
            readonly num_strata: number | null;
            readonly p_value: number | null;
            readonly p_value_log10: number | null;
            readonly standard_error: number | null;
            readonly status: string;
            readonly strata: readonly components["schemas"]["LiveStratumEffect"][];
            readonly test_statistic: number | null;
            readonly treatment_index: number;
            readonly variance_reduction_pct: number | null;
        };
        readonly LiveStratumEffect: {
            readonly control_users: number;
            readonly effect: number | null;
            readonly stratum: string;
            readonly treatment_users: number;
            readonly users: number;
        };
        readonly MetricsConfig: {
            readonly alpha: number;
            /** @default null */
            readonly attribution_window_days: number | null;
            readonly baseline_value: number;
            /** @default null */
            readonly cuped_correlation: number | null;
            /** @default null */
            readonly cuped_pre_experiment_std: number | null;
            /** @default null */
            readonly denominator_metric_name: string | null;
            /**
             * @default increase
             * @enum {string}
             */
            readonly direction: "increase" | "decrease";
            /** @default 1 */
            readonly dispersion: number;
            /** @default null */
            readonly equivalence_margin_pct: number | null;
            /** @default null */
            readonly expected_uplift_pct: number | null;
            /** @default null */
            readonly exposure_metric_name: string | null;
            /** @default null */
            readonly exposure_per_user: number | null;
            /** @default [] */
            readonly guardrail_metrics: readonly components["schemas"]["GuardrailMetricInput"][];
            readonly mde_pct: number;
            /** @enum {string} */
            readonly metric_type: "binary" | "continuous" | "ratio" | "count";
            /** @default null */
            readonly numerator_metric_name: string | null;
            /**
             * @default null
             * @enum {string|null}
             */
            readonly planned_test: "z_test" | "fisher_exact" | "mann_whitney" | "tost" | null;
            readonly power: number;
            readonly primary_metric_name: string;
            /** @default [] */
            readonly secondary_metric_specs: readonly components["schemas"]["SecondaryMetricSpec"][];
            /** @default [] */
            readonly secondary_metrics: readonly string[];
            /** @default null */
            readonly std_dev: number | null;
        };
        readonly NamespaceConfig: {
            readonly id: string;
            readonly range_end: number;
            readonly range_start: number;
        };
        readonly ObservedResultsBinary: {
            /** @default 0.05 */
            readonly alpha: number;
            readonly control_conversions: number;
            readonly control_users: number;
            readonly treatment_conversions: number;
            readonly treatment_users: number;
        };
        readonly ObservedResultsContinuous: {
            /** @default 0.05 */
            readonly alpha: number;
            readonly control_mean: number;
            readonly control_n: number;
            readonly control_std: number;
            /** @default null */
            readonly equivalence_margin: number | null;
            readonly treatment_mean: number;
            readonly treatment_n: number;
            readonly treatment_std: number;
        };
        readonly ObservedResultsCount: {
            /** @default 0.05 */
            readonly alpha: number;
            readonly control_events: number;
            readonly control_exposure: number;
            readonly treatment_events: number;
            readonly treatment_exposure: number;
        };
        readonly ObservedResultsRanked: {
            /** @default 0.05 */
            readonly alpha: number;
            readonly control_values: readonly number[];
            /** @default 0.5 */
            readonly quantile: number;
            readonly treatment_values: readonly number[];
            /** @default 0.2 */
            readonly trim: number;
        };
        readonly PrePeriodEvent: {
            /** @default __default__ */
            readonly covariate_name: string;
            readonly user_id: string;
            readonly value: number;
        };
        readonly PrePeriodIngestRequest: {
            readonly pre_period_values: readonly components["schemas"]["PrePeriodEvent"][];
        };
        readonly ProjectArchiveResponse: {
            readonly archived: boolean;
            readonly archived_at: string | null;
            readonly id: string;
        };
        readonly ProjectContext: {
            readonly domain: string;
            readonly market: string;
            readonly platform: string;
            readonly product_type: string;
            readonly project_description: string;
            readonly project_name: string;
        };
        readonly ProjectListItem: {
            readonly archived_at: string | null;
            readonly created_at: string;
            readonly duration_days: number | null;
            readonly has_analysis_snapshot: boolean;
            readonly hypothesis: string | null;
            readonly id: string;
            readonly is_archived: boolean;
            readonly last_analysis_at: string | null;
            readonly last_analysis_run_id: string | null;
            readonly last_exported_at: string | null;
            readonly last_revision_at: string | null;
            /** @enum {string|null} */
            readonly metric_type: "binary" | "continuous" | "ratio" | "count" | null;
            readonly payload_schema_version: number;
            readonly project_name: string;
            readonly revision_count: number;
            readonly updated_at: string;
        };
        readonly ProjectListResponse: {
            readonly has_more: boolean;
            readonly limit: number;
            readonly offset: number;
            readonly projects: readonly components["schemas"]["ProjectListItem"][];
            readonly total: number;
        };
        readonly ProjectRecord: {
            readonly archived_at: string | null;
            readonly created_at: string;
            readonly has_analysis_snapshot: boolean;
            readonly id: string;
            readonly is_archived: boolean;
            readonly last_analysis_at: string | null;
            readonly last_analysis_run_id: string | null;
            readonly last_exported_at: string | null;
            readonly last_revision_at: string | null;
            readonly payload: components["schemas"]["ExperimentInput"];
            readonly payload_schema_version: number;
            readonly project_name: string;
            readonly revision_count: number;
            readonly updated_at: string;
        };
        readonly RateSpike: {
            /** @default 100 */
            readonly max_events: number;
            /** @default 60 */
            readonly window_minutes: number;
        };
        readonly ReadinessCheck: {
            readonly detail: string;
            readonly name: string;
            readonly ok: boolean;
        };
        readonly ReadinessResponse: {
            readonly checks: readonly components["schemas"]["ReadinessCheck"][];
            readonly generated_at: string;
            readonly status: string;
        };
        readonly ResultsRequest: {
            /** @default null */
            readonly binary: components["schemas"]["ObservedResultsBinary"] | null;
            /** @default null */
            readonly continuous: components["schemas"]["ObservedResultsContinuous"] | null;
            /** @default null */
            readonly count: components["schemas"]["ObservedResultsCount"] | null;
            /** @enum {string} */
            readonly metric_type: "binary" | "continuous" | "equivalence" | "mann_whitney" | "bootstrap" | "quantile" | "trimmed_t" | "fisher_exact" | "boschloo_exact" | "barnard_exact" | "count";
            /** @default null */
            readonly ranked: components["schemas"]["ObservedResultsRanked"] | null;
        };
        readonly ResultsResponse: {
            readonly ci_level: number;
            readonly ci_lower: number;
            readonly ci_upper: number;
            readonly control_rate?: number | null;
            readonly effect_size?: number | null;
            readonly effect_size_ci_lower?: number | null;
            readonly effect_size_ci_upper?: number | null;
            readonly effect_size_label?: string | null;
            readonly interpretation: string;
            readonly is_significant: boolean;
            readonly metric_type: string;
            readonly observed_effect: number;
            readonly observed_effect_relative: number;
            readonly p_value: number;
            readonly p_value_log10?: number | null;
            readonly power_achieved: number;
            readonly test_statistic: number;
            readonly treatment_rate?: number | null;
            readonly verdict: string;
        };
        readonly SavedObservedResults: {
            readonly analysis: components["schemas"]["ResultsResponse"];
            readonly request: components["schemas"]["ResultsRequest"];
            /** @default null */
            readonly saved_at: string | null;
        };
        readonly SecondaryMetricSpec: {
            /**
             * @default increase
             * @enum {string}
             */
            readonly direction: "increase" | "decrease";
            /**
             * @default continuous
             * @enum {string}
             */
            readonly metric_type: "binary" | "continuous" | "count";
            readonly name: string;
        };
        readonly StratumEvent: {
            readonly stratum: string;
            readonly user_id: string;
        };
        readonly StratumIngestRequest: {
            readonly strata: readonly components["schemas"]["StratumEvent"][];
        };
        readonly TargetingRule: {
            readonly attribute: string;
            /** @enum {string} */
            readonly operator: "equals" | "not_equals" | "in" | "gt" | "lt" | "gte" | "lte";
            readonly value: string | number | boolean | readonly (string | number | boolean)[];
        };
        readonly ValidationError: {
            readonly ctx?: Record<string, never>;
            readonly input?: unknown;
            readonly loc: readonly (string | number)[];
            readonly msg: string;
            readonly type: string;
        };
        readonly WarningResponse: {
            readonly code: string;
            readonly message: string;
            readonly severity: string;
            readonly source: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly calculate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "metric_type": "binary",
                 *       "baseline_value": 0.042,
                 *       "mde_pct": 5,
                 *       "alpha": 0.05,
                 *       "power": 0.8,
                 *       "expected_daily_traffic": 12000,
                 *       "audience_share_in_test": 0.6,
                 *       "traffic_split": [
                 *         50,
                 *         50
                 *       ],
                 *       "variants_count": 2
                 *     }
                 */
                readonly "application/json": components["schemas"]["CalculationRequest"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalculationResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly assignExperiment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "user_id": "user-42",
                 *       "attributes": {
                 *         "country": "DE"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ExperimentAssignmentRequest"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExperimentAssignmentResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly ingestConversions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "conversions": [
                 *         {
                 *           "user_id": "user-42",
                 *           "metric": "purchase",
                 *           "value": 1,
                 *           "idempotency_key": "order-1001"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConversionIngestRequest"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly getDecision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecisionReadoutResponse"];
                };
            };
            /** @description Success */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly ingestExposures: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "exposures": [
                 *         {
                 *           "user_id": "user-42",
                 *           "variation_index": 1,
                 *           "occurred_at": "2026-05-01T09:00:00Z"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ExposureIngestRequest"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly getIngestion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IngestionSummaryResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly getLiveStats: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LiveStatsResponse"];
                };
            };
            /** @description Success */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly ingestPrePeriod: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "pre_period_values": [
                 *         {
                 *           "user_id": "user-42",
                 *           "value": 129.5,
                 *           "covariate_name": "revenue_last_year"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["PrePeriodIngestRequest"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly ingestStrata: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly experiment_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "strata": [
                 *         {
                 *           "user_id": "user-42",
                 *           "stratum": "ios"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["StratumIngestRequest"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly listProjects: {
        readonly parameters: {
            readonly query?: {
                readonly include_archived?: boolean | null;
                readonly limit?: number;
                readonly metric_type?: "binary" | "continuous" | "ratio" | "count" | "all";
                readonly offset?: number;
                readonly q?: string | null;
                readonly sort_by?: "created_at" | "updated_at" | "name" | "duration_days";
                readonly sort_dir?: "asc" | "desc";
                readonly status?: "active" | "archived" | "all";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectListResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly createProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "project": {
                 *         "project_name": "Checkout redesign",
                 *         "domain": "e-commerce",
                 *         "product_type": "web shop",
                 *         "platform": "web",
                 *         "market": "EU",
                 *         "project_description": "One-page checkout"
                 *       },
                 *       "hypothesis": {
                 *         "change_description": "One page instead of three",
                 *         "target_audience": "All buyers",
                 *         "business_problem": "Buyers leave at the second step",
                 *         "hypothesis_statement": "Fewer steps raise the purchase rate",
                 *         "what_to_validate": "The purchase rate",
                 *         "desired_result": "More purchases, no more refunds"
                 *       },
                 *       "setup": {
                 *         "experiment_type": "ab",
                 *         "randomization_unit": "user",
                 *         "traffic_split": [
                 *           50,
                 *           50
                 *         ],
                 *         "expected_daily_traffic": 12000,
                 *         "audience_share_in_test": 0.6,
                 *         "variants_count": 2,
                 *         "inclusion_criteria": "Signed in",
                 *         "exclusion_criteria": "Staff"
                 *       },
                 *       "metrics": {
                 *         "primary_metric_name": "purchase",
                 *         "metric_type": "binary",
                 *         "baseline_value": 0.042,
                 *         "mde_pct": 5,
                 *         "alpha": 0.05,
                 *         "power": 0.8
                 *       },
                 *       "constraints": {
                 *         "seasonality_present": false,
                 *         "active_campaigns_present": false,
                 *         "returning_users_present": true,
                 *         "interference_risk": "low",
                 *         "technical_constraints": "",
                 *         "legal_or_ethics_constraints": "",
                 *         "known_risks": "",
                 *         "deadline_pressure": "low",
                 *         "long_test_possible": true
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ExperimentInput"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly getProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly project_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly updateProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly project_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "project": {
                 *         "project_name": "Checkout redesign",
                 *         "domain": "e-commerce",
                 *         "product_type": "web shop",
                 *         "platform": "web",
                 *         "market": "EU",
                 *         "project_description": "One-page checkout"
                 *       },
                 *       "hypothesis": {
                 *         "change_description": "One page instead of three",
                 *         "target_audience": "All buyers",
                 *         "business_problem": "Buyers leave at the second step",
                 *         "hypothesis_statement": "Fewer steps raise the purchase rate",
                 *         "what_to_validate": "The purchase rate",
                 *         "desired_result": "More purchases, no more refunds"
                 *       },
                 *       "setup": {
                 *         "experiment_type": "ab",
                 *         "randomization_unit": "user",
                 *         "traffic_split": [
                 *           50,
                 *           50
                 *         ],
                 *         "expected_daily_traffic": 12000,
                 *         "audience_share_in_test": 0.6,
                 *         "variants_count": 2,
                 *         "inclusion_criteria": "Signed in",
                 *         "exclusion_criteria": "Staff"
                 *       },
                 *       "metrics": {
                 *         "primary_metric_name": "purchase",
                 *         "metric_type": "binary",
                 *         "baseline_value": 0.042,
                 *         "mde_pct": 5,
                 *         "alpha": 0.05,
                 *         "power": 0.8
                 *       },
                 *       "constraints": {
                 *         "seasonality_present": false,
                 *         "active_campaigns_present": false,
                 *         "returning_users_present": true,
                 *         "interference_risk": "low",
                 *         "technical_constraints": "",
                 *         "legal_or_ethics_constraints": "",
                 *         "known_risks": "",
                 *         "deadline_pressure": "low",
                 *         "long_test_possible": true
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ExperimentInput"];
            };
        };
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not JSON */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly archiveProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly project_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectArchiveResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly restoreProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly project_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthResponse"];
                };
            };
        };
    };
    readonly getLivez: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LivenessResponse"];
                };
            };
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    readonly getReadyz: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Success */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Success */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
        };
    };
}
