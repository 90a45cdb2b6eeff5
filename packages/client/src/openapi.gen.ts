// Written by npm run generate from the server's routes.
export interface paths {
    "/api/v1/admin/retention/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what is older than it may be kept
         * @description Of archived experiments, unless include_active; counts only, unless dry_run is false. Windows that are left out are those of the settings; 0 keeps. Written to the audit log.
         */
        post: operations["purgeRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Size a design, report it, and ask for advice
         * @description Nothing is stored. The report does not depend on the advice.
         */
        post: operations["analyzeExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which arm a user gets in several experiments
         * @description Each answer is that of the single route, in the order asked for; without `experiment_ids`, every active experiment, the oldest first. Nothing is recorded.
         */
        post: operations["assignMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignment/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a seed spreads users over arms
         * @description Users are the prefix and 0, 1, 2, ...; variation -1 is outside the experiment.
         */
        post: operations["previewAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what
         * @description The newest first. next_before_id, sent as before_id, gives the next page; total counts all that match. Addresses are for the write scope. Not for the visitors of a public demo.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log as CSV
         * @description Every entry that matches, the newest first. Cells that look like formulas begin with an apostrophe.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calculate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Size an experiment
         * @description Users per variant, duration, and the warnings of the design.
         */
        post: operations["calculate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/design": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a design into words
         * @description Sizes the whole design and reports it: variants, metrics, guardrails, risks, recommendations.
         */
        post: operations["designExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/diagnostics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the server is set up, and how it does
         * @description Paths, addresses and proxies of the machine are null for the read scope. Counters are of this process.
         */
        get: operations["getDiagnostics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record events of several experiments, one JSON object a line
         * @description As the route of one experiment; each line names its own. Lines of unknown and archived experiments are refused.
         */
        post: operations["ingestEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which arm a user gets
         * @description A recorded exposure is kept; otherwise targeting, namespace and hash decide. Nothing is recorded.
         */
        post: operations["assignExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record metric events
         * @description An idempotency key is unique per metric; without one every call adds its events again.
         */
        post: operations["ingestConversions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ship, do not ship, or keep running
         * @description One verdict over the same read-out as live-stats, with reasons and blockers as codes.
         */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/decision-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The decision with what it rests on, sealed
         * @description Canonical JSON (RFC 8785). sha256 is of the canonical record; hmac_sha256 with AB_WORKSPACE_SIGNING_KEY, null without.
         */
        get: operations["getDecisionRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record events of every kind, one JSON object a line
         * @description A body of any length, stored in chunks while it arrives; a bad line is refused and the others are stored. After a cut, send it again: what is stored counts once, but for conversions without an idempotency key; with dedupe=content these get one from user, metric, value and time, and equal ones are one.
         */
        post: operations["ingestExperimentEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave persons out of the analysis
         * @description Everything they did stays stored. The read-out counts them by arm and tests whether they are uneven.
         */
        post: operations["ingestExclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/exclusions/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Count an excluded user again
         * @description For this id alone: a person stays out while another of its ids is excluded. Written to the audit log.
         */
        delete: operations["liftExclusion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/exposures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record who saw which arm
         * @description A user's first exposure wins. The batch is stored whole or not at all, and is on disk before the answer.
         */
        post: operations["ingestExposures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/holdout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record who is held out
         * @description An exposure to nothing, variation -1. The first exposure of a user wins: one who saw an arm keeps it.
         */
        post: operations["ingestHoldout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link anonymous ids to persons
         * @description Both ids are one person from then on, in events before and after. Links to itself and chains are refused, item by item.
         */
        post: operations["ingestIdentities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/ingestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has arrived
         * @description Raw rows, before any population rule; the holdout counts as variation -1.
         */
        get: operations["getIngestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/live-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The live read-out
         * @description Sample ratio, comparisons, always-valid bounds, CUPED, strata, population. ETag by data and design.
         */
        get: operations["getLiveStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/persons/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a person is counted as they are
         * @description Of the person with this id, under all of its linked ids: exposures and the one that decides, exclusions, and the newest 1,000 events with the reason where one is left out.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /**
         * Erase a person
         * @description Every row under every linked id, in an archived experiment too. A digest of each id stays, so that a retry does not bring the person back: it counts as deduplicated. Written to the audit log by that digest.
         */
        delete: operations["erasePerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/pre-period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Correct covariates of users
         * @description Stands for the whole person, whatever was recorded; the last correction wins. Written to the audit log.
         */
        put: operations["correctPrePeriod"];
        /**
         * Record covariates from before the start
         * @description One value per user and covariate; the first wins. They sharpen the CUPED estimate.
         */
        post: operations["ingestPrePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/report/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The read-out of an experiment as a file
         * @description Verdict, effects, arms, sample ratio, guardrails, looks and population, from the same read as /live-stats.
         */
        get: operations["getExperimentReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/slices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Effects within parts of the persons
         * @description by: stratum, day_of_week, exposure_week, or covariate:NAME (its quarters). Disjoint persons; with a test of whether the slices differ. Never part of the verdict.
         */
        get: operations["getSlices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/strata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Correct the stratum of users
         * @description Stands for the whole person, whatever was recorded; the last correction wins. Written to the audit log.
         */
        put: operations["correctStrata"];
        /**
         * Record the stratum of users
         * @description One stratum per user; the first wins. They sharpen the post-stratified estimate.
         */
        post: operations["ingestStrata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experiments/{experiment_id}/timeseries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A metric day by day
         * @description Cumulative arms at the end of each UTC day, with effect, interval, always-valid bounds and the sample ratio. The plain test of the metric, whatever estimator decides.
         */
        get: operations["getTimeseries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Several designs side by side, as Markdown or PDF
         * @description Of the newest analysis of each project. The PDF stands in content as base64.
         */
        post: operations["exportComparison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A design report as an HTML page
         * @description One page that loads nothing and runs nothing, in the language of Accept-Language.
         */
        post: operations["exportHtml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/html-standalone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A report of anything at hand as an HTML file
         * @description calculation, design, sensitivity, advice and results are answers of this API; what is known of them is printed.
         */
        post: operations["exportHtmlStandalone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A design report as Markdown
         * @description Values are escaped: a name with pipes, stars or tags is printed as it is.
         */
        post: operations["exportMarkdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hypotheses/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a language model for hypotheses
         * @description Chosen and guarded as advice is. The number of hypotheses may differ from what was asked for.
         */
        post: operations["generateHypotheses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a long computation is
         * @description Any server answers for any job. A result is kept for 15 minutes, for whoever asked for it.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /**
         * Stop a long computation and forget it
         * @description Stops the work at its next step; one that another server runs within about a second. A result is forgotten too.
         */
        delete: operations["cancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys
         * @description The newest first, revoked ones among them. A key itself is shown once, when it is made.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The key is in this answer and nowhere else: only its digest is stored. Limits of its own hold for events too; without them it has the general ones.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{api_key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a revoked API key
         * @description What it did stays in the audit log. When no key is left and no token is set, the server is open again.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{api_key_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key
         * @description At once; other processes see it within three seconds. A second call keeps the first time.
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/llm/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a language model about a design
         * @description X-AB-LLM-Provider (openai, anthropic, mistral) and X-AB-LLM-Token choose a provider; without them the operator’s own model is asked. Only what the question needs is sent. A model that fails is no error here, unless it was chosen.
         */
        post: operations["getAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/multiple-testing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust the p-values of several tests
         * @description bh and by hold the share of false discoveries, holm and hochberg the chance of any.
         */
        post: operations["testMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List, search and sort projects
         * @description Searches names, hypotheses and changes. Durations are those of the newest analyses; unknown ones come last.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project
         * @description With an Idempotency-Key a retry within 24 hours gets the first answer again and creates nothing.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project
         * @description An archived project is hidden here; restore it to read it again. Its ETag names the version: If-None-Match is answered 304, and If-Match guards a change.
         */
        get: operations["getProject"];
        /**
         * Replace a project
         * @description Each call keeps a revision. What decides is frozen at the first exposure; later changes are recorded, not used. If-Match with the ETag of a read: 412 when somebody else was faster.
         */
        put: operations["updateProject"];
        post?: never;
        /**
         * Delete a project for good
         * @description With its revisions, analyses, exports, looks and every event of its experiment; an archived one too. What the audit log says of it stays. Takes If-Match.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep an analysis of a project
         * @description Takes what POST /analyze answers, as it is: nothing is computed again. The newest one is what lists, reports and comparisons show. Takes Idempotency-Key.
         */
        post: operations["recordAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a project
         * @description Hides it and closes it to changes and events; its read-out stays. A second call changes nothing. Takes If-Match.
         */
        post: operations["archiveProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down that a project was exported
         * @description Without a run, the export is of the design. Takes Idempotency-Key.
         */
        post: operations["recordExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The analyses and exports of a project
         * @description The newest first, each list with a page of its own; of an archived project too.
         */
        get: operations["getProjectHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/report/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest analysis of a project as CSV
         * @description Sizes, sensitivity and guardrails, each under its # heading. Cells that could begin a formula are quoted.
         */
        get: operations["getProjectReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/report/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest analysis of a project as PDF
         * @description Sizes, sensitivity, power curve, design, risks, warnings and the eight newest revisions.
         */
        get: operations["getProjectReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/report/xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest analysis of a project as a workbook
         * @description Typed cells, a sheet that explains the others, no formulas.
         */
        get: operations["getProjectReportXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an archived project
         * @description Of an active project nothing changes. Takes If-Match.
         */
        post: operations["restoreProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The revisions of a project
         * @description Its design after each change, the newest first; of an archived project too.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/revisions/{revision_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the design of a revision back
         * @description As an update with the payload of that revision: it keeps a new revision, and an experiment that runs goes on by what was frozen. Takes If-Match.
         */
        post: operations["restoreRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two projects (deprecated)
         * @description Use POST, which takes up to five. Without run ids the newest analyses are compared.
         */
        get: operations["compareProjects"];
        put?: never;
        /**
         * Compare two to five projects
         * @description By their newest analyses. With include_monte_carlo, the relative uplift of saved results of rates and means is simulated: the same seed gives the same draws, and without one it follows from the ids.
         */
        post: operations["compareManyProjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse two arms after the fact
         * @description Eleven tests of rates, means, ranks, quantiles and counts; metric_type chooses the test and its block.
         */
        post: operations["analyzeResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/categorical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a table of counts
         * @description Pearson's chi-square or the G test of independence, without continuity correction, with Cramér's V.
         */
        post: operations["analyzeCategorical"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/omnibus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare several groups at once
         * @description Welch's analysis of variance, or Kruskal-Wallis on ranks.
         */
        post: operations["analyzeOmnibus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/paired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare pairs of values
         * @description Paired t, Wilcoxon signed rank, or McNemar for 0 and 1.
         */
        post: operations["analyzePaired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare two ratio metrics
         * @description Mean numerator over mean denominator per user, by the delta method.
         */
        post: operations["analyzeRatio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/survival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare times to an event
         * @description Log-rank, its Fleming-Harrington family, or Cox for two arms; Kaplan-Meier curves with log-log bands.
         */
        post: operations["analyzeSurvival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sdk/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an application needs to assign by itself
         * @description Every active experiment. If-None-Match with the last ETag is answered 304 while nothing has changed.
         */
        get: operations["getSdkConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sensitivity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sizes over a grid of effects and powers
         * @description Effects are percent of a rate or a count, or absolute units of a mean. One cell without a finite size refuses the whole.
         */
        post: operations["calculateSensitivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/simulate/bandit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simulate a bandit beside an even split
         * @description Thompson sampling with flat priors; what it pulls, how often it ends on the best arm, and its regret.
         */
        post: operations["simulateBandit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slack/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether Slack is set up, and for which workspace
         * @description Of several workspaces the one that was installed last.
         */
        get: operations["getSlackStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/srm-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether counts fit a split
         * @description Pearson's chi-square; a mismatch below p = 0.001.
         */
        post: operations["checkSrm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List templates
         * @description Built-in ones first, then the most used.
         */
        get: operations["listTemplates"];
        put?: never;
        /**
         * Keep a design as a template
         * @description The design is checked as a project is, and kept whole.
         */
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a template
         * @description Built-in or your own, with how often it was used.
         */
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        /**
         * Delete a template of your own
         * @description Projects that were started from it stay. Built-in ones can not be deleted.
         */
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{template_id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start from a template
         * @description Counts the use and answers the template. No project is made yet.
         */
        post: operations["useTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook subscriptions
         * @description The newest first. Secrets are never shown again.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Subscribe to events
         * @description Events are the actions of the audit log; an empty filter takes all. The secret is shown here only.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook subscription
         * @description Without its secret, with when it last heard of something and when it last failed.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook subscription and its deliveries
         * @description What was not delivered yet is given up.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook subscription
         * @description What is left out or null stays. Name, secret and format do not change.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{subscription_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries, the newest first
         * @description What was tried, what was answered, and when it is tried next.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{subscription_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event now
         * @description One attempt, to this subscription alone, enabled or not.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream the whole workspace as one bundle
         * @description Projects, analyses, exports, revisions and templates of one moment, with a checksum, and a signature where AB_WORKSPACE_SIGNING_KEY is set. include=execution adds what the experiments have stored; version=3 makes a bundle for the earlier system. Visitors of a public demo get 403. An export that can not end breaks off: a bundle without integrity is not whole.
         */
        get: operations["exportWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the projects of a bundle to this workspace
         * @description Takes versions 1 to 3 of the earlier system and version 4. Everything gets new ids, so the same bundle twice makes everything twice; with an Idempotency-Key a retry within 24 hours imports nothing. Whole or not at all.
         */
        post: operations["importWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a bundle as an import does, and write nothing
         * @description Checks what an import would check, in the same order, and stores nothing.
         */
        post: operations["validateWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description Which build answers, without asking a database. Open to everybody.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process runs
         * @description 200 as long as the process runs. For whoever restarts it.
         */
        get: operations["getLivez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Open to this machine; needs the read scope once a token is set.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server can do its work
         * @description Whether both planes can be read and written, and what else is needed; 503 with the failed check otherwise.
         */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A slash command of Slack
         * @description Signed by Slack: `projects`, `status PROJECT_ID`, `run PROJECT_ID`. Only who asked sees the answer.
         */
        post: operations["runSlackCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Events of Slack
         * @description Signed by Slack. Answers the challenge of its set-up; no event is acted upon.
         */
        post: operations["handleSlackEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Install the app in a workspace
         * @description Redirects to Slack. What comes back is taken once, within ten minutes.
         */
        get: operations["installSlack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/interactive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A button that was pressed in Slack
         * @description Signed by Slack: approves an analysis, or asks for a review in the channel for reviews.
         */
        post: operations["handleSlackAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slack/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where Slack sends a visitor back to
         * @description Exchanges the code for tokens, once for each visit that began here.
         */
        get: operations["finishSlackInstall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AdditionalContext: {
            /** @default  */
            llm_context: string;
            /** @default null */
            observed_results: components["schemas"]["SavedObservedResults"] | null;
        };
        AdvicePayload: {
            additional_checks: string[];
            brief_assessment: string;
            design_improvements: string[];
            interpretation_pitfalls: string[];
            key_risks: string[];
            metric_recommendations: string[];
        };
        AdvicePayloadInput: {
            additional_checks: string[];
            brief_assessment: string;
            design_improvements: string[];
            interpretation_pitfalls: string[];
            key_risks: string[];
            metric_recommendations: string[];
        };
        AnalysisResponse: {
            advice: components["schemas"]["LlmAdviceResponse"];
            calculations: components["schemas"]["CalculationResponse"];
            report: components["schemas"]["ExperimentReport"];
        };
        AnalysisResponseInput: {
            advice: components["schemas"]["LlmAdviceResponseInput"];
            calculations: components["schemas"]["CalculationResponseInput"];
            report: components["schemas"]["ExperimentReportInput"];
        };
        AnalysisRunRecord: {
            analysis: components["schemas"]["AnalysisResponse"];
            created_at: string;
            id: string;
            project_id: string;
            summary: components["schemas"]["AnalysisRunSummary"];
        };
        AnalysisRunSummary: {
            /** @default false */
            advice_available: boolean;
            estimated_duration_days: number | null;
            metric_type: string | null;
            sample_size_per_variant: number | null;
            total_sample_size: number | null;
            /** @default 0 */
            warnings_count: number;
        };
        ApiKeyCreateRequest: {
            name: string;
            /** @default null */
            rate_limit_requests: number | null;
            /** @default null */
            rate_limit_window_seconds: number | null;
            /** @enum {string} */
            scope: "read" | "write";
        };
        ApiKeyCreateResponse: {
            created_at: string;
            id: string;
            last_used_at: string | null;
            name: string;
            plaintext_key: string;
            rate_limit_requests: number | null;
            rate_limit_window_seconds: number | null;
            revoked_at: string | null;
            /** @enum {string} */
            scope: "read" | "write";
        };
        ApiKeyDeleteResponse: {
            deleted: boolean;
            id: string;
        };
        ApiKeyListResponse: {
            keys: components["schemas"]["ApiKeyRecord"][];
            total: number;
        };
        ApiKeyRecord: {
            created_at: string;
            id: string;
            last_used_at: string | null;
            name: string;
            rate_limit_requests: number | null;
            rate_limit_window_seconds: number | null;
            revoked_at: string | null;
            /** @enum {string} */
            scope: "read" | "write";
        };
        AssignManyRequest: {
            /** @default null */
            attributes: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            experiment_ids: string[] | null;
            user_id: string;
        };
        AssignManyResponse: components["schemas"]["ExperimentAssignmentResponse"][];
        AssignmentDistributionBucket: {
            count: number;
            fraction: number;
            variation_index: number;
        };
        AssignmentPreviewRequest: {
            /** @default 1 */
            coverage: number;
            /**
             * @default 2
             * @enum {integer}
             */
            hash_version: 1 | 2;
            num_variations: number;
            /** @default 1000 */
            sample_size: number;
            seed: string;
            /** @default user- */
            user_id_prefix: string;
            /** @default null */
            weights: number[] | null;
        };
        AssignmentPreviewResponse: {
            distribution: components["schemas"]["AssignmentDistributionBucket"][];
            in_experiment_fraction: number;
            sample_assignments: components["schemas"]["AssignmentPreviewSample"][];
            sample_size: number;
        };
        AssignmentPreviewSample: {
            user_id: string;
            variation_index: number;
        };
        AuditLogEntry: {
            action: string;
            actor: string | null;
            id: number;
            ip_address: string | null;
            key_id: string | null;
            payload_diff: {
                [key: string]: unknown[];
            } | null;
            project_id: string | null;
            project_name: string | null;
            request_id: string | null;
            ts: string;
        };
        AuditLogResponse: {
            entries: components["schemas"]["AuditLogEntry"][];
            next_before_id: number | null;
            total: number;
        };
        BanditRegretPoint: {
            bandit_cumulative_regret: number;
            step: number;
            uniform_cumulative_regret: number;
        };
        BanditSimulationRequest: {
            arm_rates: number[];
            horizon: number;
            /** @default 400 */
            num_simulations: number;
            /** @default 42 */
            seed: number | null;
        };
        BanditSimulationResponse: {
            arm_allocation: number[];
            best_arm_allocation: number;
            best_arm_index: number;
            final_bandit_regret: number;
            final_uniform_regret: number;
            horizon: number;
            num_simulations: number;
            probability_best_arm: number;
            regret_curve: components["schemas"]["BanditRegretPoint"][];
        };
        BulkResultResponse: {
            deduplicated: number;
            received: number;
            recorded: number;
            refused: {
                line: number;
                path: string | null;
                reason: string;
            }[];
            refused_total: number;
        };
        CalculationRequest: {
            /** @default null */
            active_campaigns_present: boolean | null;
            /** @default null */
            actual_counts: number[] | null;
            alpha: number;
            /**
             * @default frequentist
             * @enum {string}
             */
            analysis_mode: "frequentist" | "bayesian";
            audience_share_in_test: number;
            /** @default null */
            avg_cluster_size: number | null;
            baseline_value: number;
            /** @default 0.95 */
            credibility: number;
            /** @default null */
            cuped_correlation: number | null;
            /** @default null */
            cuped_pre_experiment_std: number | null;
            /** @default null */
            decision_policy: components["schemas"]["DecisionPolicy"] | null;
            /** @default null */
            desired_precision: number | null;
            /**
             * @default increase
             * @enum {string}
             */
            direction: "increase" | "decrease";
            /** @default 1 */
            dispersion: number;
            /** @default null */
            equivalence_margin_pct: number | null;
            expected_daily_traffic: number;
            /** @default null */
            exposure_per_user: number | null;
            /** @default null */
            given_sample_size_per_variant: number | null;
            /** @default null */
            holdout_fraction: number | null;
            /** @default null */
            icc: number | null;
            /** @default null */
            long_test_possible: boolean | null;
            mde_pct: number;
            /** @enum {string} */
            metric_type: "binary" | "continuous" | "ratio" | "count";
            /** @default null */
            mutually_exclusive_experiments: number | null;
            /** @default 1 */
            n_looks: number;
            /**
             * @default null
             * @enum {string|null}
             */
            planned_test: "z_test" | "fisher_exact" | "mann_whitney" | "tost" | null;
            power: number;
            /** @default null */
            randomization_unit: string | null;
            /** @default null */
            seasonality_present: boolean | null;
            /** @default null */
            std_dev: number | null;
            traffic_split: number[];
            variants_count: number;
        };
        CalculationResponse: {
            achievable_mde_pct: number | null;
            achieved_power: number | null;
            assumptions: string[];
            avg_cluster_size: number | null;
            bayesian_credibility: number | null;
            bayesian_note: string | null;
            bayesian_sample_size_per_variant: number | null;
            bonferroni_note: string | null;
            calculation_summary: components["schemas"]["CalculationSummaryResponse"];
            clusters_per_variant: number | null;
            cuped_duration_days: number | null;
            cuped_sample_size_per_variant: number | null;
            cuped_std: number | null;
            cuped_theta: number | null;
            cuped_variance_reduction_pct: number | null;
            design_effect: number | null;
            duration_days_for_split: number;
            icc: number | null;
            operating_characteristics: {
                expected_information_fraction: number;
                keep_running: number;
                no_ship: number;
                ship: number;
                true_effect_multiple: number;
                true_effect_pct: number;
            }[] | null;
            results: components["schemas"]["CalculationResultsResponse"];
            sample_sizes_by_variant: number[];
            sequential_adjusted_sample_size: number | null;
            sequential_boundaries: {
                cumulative_alpha_spent: number;
                futility_z_boundary: number | null;
                incremental_alpha: number;
                info_fraction: number;
                is_final: boolean;
                look: number;
                p_boundary: number;
                z_boundary: number;
            }[] | null;
            sequential_inflation_factor: number | null;
            total_sample_size_for_split: number;
            warnings: components["schemas"]["WarningResponse"][];
        };
        CalculationResponseInput: {
            /** @default null */
            achievable_mde_pct: number | null;
            /** @default null */
            achieved_power: number | null;
            assumptions: string[];
            /** @default null */
            avg_cluster_size: number | null;
            /** @default null */
            bayesian_credibility: number | null;
            /** @default null */
            bayesian_note: string | null;
            /** @default null */
            bayesian_sample_size_per_variant: number | null;
            /** @default null */
            bonferroni_note: string | null;
            calculation_summary: components["schemas"]["CalculationSummaryResponseInput"];
            /** @default null */
            clusters_per_variant: number | null;
            /** @default null */
            cuped_duration_days: number | null;
            /** @default null */
            cuped_sample_size_per_variant: number | null;
            /** @default null */
            cuped_std: number | null;
            /** @default null */
            cuped_theta: number | null;
            /** @default null */
            cuped_variance_reduction_pct: number | null;
            /** @default null */
            design_effect: number | null;
            /** @default null */
            duration_days_for_split: number | null;
            /** @default null */
            icc: number | null;
            /** @default null */
            operating_characteristics: {
                expected_information_fraction: number;
                keep_running: number;
                no_ship: number;
                ship: number;
                true_effect_multiple: number;
                true_effect_pct: number;
            }[] | null;
            results: components["schemas"]["CalculationResultsResponseInput"];
            /** @default null */
            sample_sizes_by_variant: number[] | null;
            /** @default null */
            sequential_adjusted_sample_size: number | null;
            /** @default null */
            sequential_boundaries: {
                cumulative_alpha_spent: number;
                /** @default null */
                futility_z_boundary: number | null;
                incremental_alpha: number;
                info_fraction: number;
                is_final: boolean;
                look: number;
                p_boundary: number;
                z_boundary: number;
            }[] | null;
            /** @default null */
            sequential_inflation_factor: number | null;
            /** @default null */
            total_sample_size_for_split: number | null;
            warnings: components["schemas"]["WarningResponseInput"][];
        };
        CalculationResultsResponse: {
            allocated_daily_traffic: number | null;
            effective_daily_traffic: number;
            estimated_duration_days: number;
            holdout_fraction: number | null;
            mutually_exclusive_experiments: number | null;
            sample_size_per_variant: number;
            total_sample_size: number;
        };
        CalculationResultsResponseInput: {
            /** @default null */
            allocated_daily_traffic: number | null;
            effective_daily_traffic: number;
            estimated_duration_days: number;
            /** @default null */
            holdout_fraction: number | null;
            /** @default null */
            mutually_exclusive_experiments: number | null;
            sample_size_per_variant: number;
            total_sample_size: number;
        };
        CalculationsSection: {
            assumptions: string[];
            clusters_per_variant: number | null;
            design_effect: number | null;
            estimated_duration_days: number;
            sample_size_per_variant: number;
            total_sample_size: number;
        };
        CalculationsSectionInput: {
            assumptions: string[];
            /** @default null */
            clusters_per_variant: number | null;
            /** @default null */
            design_effect: number | null;
            estimated_duration_days: number;
            sample_size_per_variant: number;
            total_sample_size: number;
        };
        CalculationSummaryResponse: {
            alpha: number;
            baseline_value: number;
            equivalence_margin_absolute: number | null;
            equivalence_margin_pct: number | null;
            mde_absolute: number;
            mde_pct: number;
            metric_type: string;
            planned_test: string | null;
            power: number;
        };
        CalculationSummaryResponseInput: {
            alpha: number;
            baseline_value: number;
            /** @default null */
            equivalence_margin_absolute: number | null;
            /** @default null */
            equivalence_margin_pct: number | null;
            mde_absolute: number;
            mde_pct: number;
            metric_type: string;
            /** @default null */
            planned_test: string | null;
            power: number;
        };
        CategoricalResultsRequest: {
            /** @default 0.05 */
            alpha: number;
            table: number[][];
            /**
             * @default chi_square
             * @enum {string}
             */
            test_type: "chi_square" | "g_test";
        };
        CategoricalResultsResponse: {
            chi_square: number;
            cramers_v: number;
            degrees_of_freedom: number;
            interpretation: string;
            is_significant: boolean;
            low_expected_warning: boolean;
            min_expected_count: number;
            n_total: number;
            num_cols: number;
            num_rows: number;
            p_value: number;
            p_value_log10: number;
            test_type: string;
            verdict: string;
        };
        ComparisonExportRequest: {
            /** @enum {string} */
            format: "pdf" | "markdown";
            project_ids: string[];
        };
        ComparisonRangeSummary: {
            max: number;
            median: number;
            min: number;
        };
        ConstraintsConfig: {
            active_campaigns_present: boolean;
            /**
             * @default frequentist
             * @enum {string}
             */
            analysis_mode: "frequentist" | "bayesian";
            /** @default 0.95 */
            credibility: number;
            deadline_pressure: string;
            /** @default null */
            desired_precision: number | null;
            /** @default null */
            holdout_fraction: number | null;
            interference_risk: string;
            known_risks: string;
            legal_or_ethics_constraints: string;
            long_test_possible: boolean;
            /** @default null */
            mutually_exclusive_experiments: number | null;
            /** @default 1 */
            n_looks: number;
            /**
             * @default {
             *       "max_events": 100,
             *       "window_minutes": 60
             *     }
             */
            rate_spike: components["schemas"]["RateSpike"] | null;
            returning_users_present: boolean;
            seasonality_present: boolean;
            technical_constraints: string;
        };
        ConversionCountBucket: {
            count: number;
            metric: string;
            value_sum: number;
        };
        ConversionEvent: {
            /** @default null */
            idempotency_key: string | null;
            metric: string;
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
            /** @default 1 */
            value: number;
        };
        ConversionEventLine: {
            /** @default null */
            idempotency_key: string | null;
            /** @enum {string} */
            kind: "conversion";
            metric: string;
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
            /** @default 1 */
            value: number;
        };
        ConversionEventOfExperimentLine: {
            experiment_id: string;
            /** @default null */
            idempotency_key: string | null;
            /** @enum {string} */
            kind: "conversion";
            metric: string;
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
            /** @default 1 */
            value: number;
        };
        ConversionIngestRequest: {
            conversions: components["schemas"]["ConversionEvent"][];
        };
        CovariateEffect: {
            covariate_index: number;
            hazard_ratio: number;
            hazard_ratio_ci_lower: number;
            hazard_ratio_ci_upper: number;
            p_value: number;
            p_value_log10: number;
        };
        DecisionEvidenceSummary: {
            minimum_worthwhile_effect: number | null;
            mwe_source: string | null;
            planned_power: number | null;
            policy_changed_after_start: boolean;
            policy_changes: {
                [key: string]: unknown;
            };
            policy_version: string | null;
            power_achieved_not_used: boolean;
            require_practical_evidence: boolean | null;
            winning_arms: {
                [key: string]: unknown;
            }[];
        };
        DecisionPolicy: {
            /**
             * @default bonferroni
             * @enum {string}
             */
            arm_adjustment: "bonferroni" | "holm" | "dunnett" | "none";
            /**
             * @default unadjusted
             * @enum {string}
             */
            estimator: "unadjusted" | "cuped" | "post_stratified";
            /** @default null */
            futility: components["schemas"]["Futility"] | null;
            /** @default null */
            minimum_worthwhile_effect: number | null;
            /** @default null */
            minimum_worthwhile_effect_pct: number | null;
            /**
             * @default auto
             * @enum {string}
             */
            monitoring: "auto" | "fixed" | "group_sequential" | "always_valid";
            /**
             * @default holm
             * @enum {string}
             */
            secondary_adjustment: "holm" | "benjamini_hochberg";
            /**
             * @default obrien_fleming
             * @enum {string}
             */
            spending: "obrien_fleming" | "pocock" | "lan_demets_obrien_fleming" | "lan_demets_pocock" | "kim_demets" | "hwang_shih_decani";
            /** @default null */
            spending_parameter: number | null;
        };
        DecisionPolicySummary: {
            arm_adjustment: string;
            baseline_value: number | null;
            direction: string;
            estimator: string;
            evidence_fields: string[];
            metric_type: string | null;
            minimum_worthwhile_effect: number | null;
            minimum_worthwhile_effect_relative_pct: number | null;
            monitoring: string;
            mwe_scale: string;
            mwe_source: string;
            planned_power: number | null;
            practical_rule: string;
            require_practical_evidence: boolean;
            version: string;
        };
        DecisionReadoutResponse: {
            blockers: components["schemas"]["DecisionReason"][];
            /** @enum {string} */
            confidence: "high" | "medium" | "low";
            data_version: string;
            evidence: components["schemas"]["DecisionEvidenceSummary"] | null;
            experiment_id: string;
            policy: components["schemas"]["DecisionPolicySummary"] | null;
            reasons: components["schemas"]["DecisionReason"][];
            /** @enum {string} */
            verdict: "ship" | "no_ship" | "keep_running";
        };
        DecisionReason: {
            code: string;
            params: {
                [key: string]: unknown;
            };
        };
        DecisionRecord: {
            hmac_sha256: string | null;
            record: {
                [key: string]: unknown;
            };
            sha256: string;
        };
        DiagnosticsAuthSummary: {
            accepted_headers: string[];
            admin_token_enabled: boolean;
            api_keys_enabled: boolean;
            enabled: boolean;
            legacy_tokens_enabled: boolean;
            /** @enum {string} */
            mode: "open" | "token" | "readonly" | "dual_token" | "api_keys" | "hybrid";
            public_demo: boolean;
            read_only_methods: string[];
            readonly_enabled: boolean;
            session_admin_authenticated: boolean;
            session_can_write: boolean;
            /** @enum {string|null} */
            session_scope: "read" | "write" | "admin" | null;
            /** @enum {string|null} */
            session_source: "legacy" | "api_key" | "admin_token" | "anonymous" | null;
            write_enabled: boolean;
        };
        DiagnosticsFrontendSummary: {
            dist_exists: boolean;
            dist_path: string | null;
            serve_frontend_dist: boolean;
        };
        DiagnosticsGuardsSummary: {
            auth_failure_limit: number;
            auth_failure_window_seconds: number;
            compute_admission_enabled: boolean;
            compute_max_heavy_concurrent: number;
            max_request_body_bytes: number;
            max_slack_body_bytes: number;
            max_workspace_body_bytes: number;
            rate_limit_enabled: boolean;
            rate_limit_requests: number;
            rate_limit_window_seconds: number;
            security_headers_enabled: boolean;
            slack_rate_limit_requests: number;
        };
        DiagnosticsLlmSummary: {
            backoff_multiplier: number;
            base_url: string | null;
            initial_backoff_seconds: number;
            max_attempts: number;
            provider: string;
            timeout_seconds: number;
        };
        DiagnosticsLoggingSummary: {
            format: string;
            level: string;
        };
        DiagnosticsNetworkSummary: {
            direct_peer: string | null;
            forwarded_for_chain: string[];
            resolved_client: string;
            /** @enum {string} */
            resolved_from: "forwarded_header" | "direct_peer";
            trusted_proxies: string[] | null;
            trusted_proxy_hops: number;
        };
        DiagnosticsResponse: {
            app_git_sha: string;
            app_version: string;
            auth: components["schemas"]["DiagnosticsAuthSummary"];
            environment: string;
            frontend: components["schemas"]["DiagnosticsFrontendSummary"];
            generated_at: string;
            guards: components["schemas"]["DiagnosticsGuardsSummary"];
            llm: components["schemas"]["DiagnosticsLlmSummary"];
            logging: components["schemas"]["DiagnosticsLoggingSummary"];
            network: components["schemas"]["DiagnosticsNetworkSummary"];
            request_timing_headers_enabled: boolean;
            retention: components["schemas"]["DiagnosticsRetentionSummary"];
            runtime: components["schemas"]["DiagnosticsRuntimeSummary"];
            started_at: string;
            status: string;
            storage: components["schemas"]["DiagnosticsStorageSummary"];
            topology: components["schemas"]["DiagnosticsTopologySummary"];
            uptime_seconds: number;
            webhooks: components["schemas"]["DiagnosticsWebhooksSummary"];
        };
        DiagnosticsRetentionSummary: {
            audit_days: number;
            auto_purge_enabled: boolean;
            conversions_days: number;
            exposures_days: number;
            notes: string;
            webhook_deliveries_days: number;
        };
        DiagnosticsRuntimeSummary: {
            auth_rejections: number;
            client_error_responses: number;
            compute_capacity_rejections: number;
            error_rate: number;
            last_error_at: string | null;
            last_error_code: string | null;
            last_request_at: string | null;
            process_time_ms_avg: number | null;
            process_time_ms_count: number;
            process_time_ms_max: number | null;
            rate_limited_responses: number;
            request_body_rejections: number;
            server_error_responses: number;
            success_responses: number;
            total_requests: number;
        };
        DiagnosticsStorageSummary: {
            analysis_runs_total: number;
            archived_projects_total: number;
            busy_timeout_ms: number;
            db_exists: boolean;
            db_parent_path: string | null;
            db_path: string | null;
            db_size_bytes: number;
            disk_free_bytes: number | null;
            export_events_total: number;
            journal_mode: string;
            latest_project_updated_at: string | null;
            project_revisions_total: number;
            projects_total: number;
            schema_version: number;
            sqlite_user_version: number;
            synchronous: string;
            workspace_bundle_schema_version: number;
            workspace_signature_enabled: boolean;
            write_probe_detail: string;
            write_probe_ok: boolean;
        };
        DiagnosticsTopologySummary: {
            notes: string;
            /** @enum {string} */
            rate_limit_state: "in_process" | "postgres";
            /** @enum {string} */
            runtime_counters_scope: "process";
            /** @enum {string} */
            supported: "single_instance" | "several_instances";
        };
        DiagnosticsWebhooksSummary: {
            delivered: number;
            failed: number;
            oldest_due_age_seconds: number | null;
            pending: number;
            retrying: number;
        };
        ErrorEnvelope: {
            detail: string;
            error_code: string;
            progress?: {
                [key: string]: number;
            };
            request_id: string;
            status_code: number;
        };
        ExclusionEvent: {
            /** @default manual */
            exclusion_reason: string;
            user_id: string;
        };
        ExclusionEventLine: {
            /** @default manual */
            exclusion_reason: string;
            /** @enum {string} */
            kind: "exclusion";
            user_id: string;
        };
        ExclusionEventOfExperimentLine: {
            /** @default manual */
            exclusion_reason: string;
            experiment_id: string;
            /** @enum {string} */
            kind: "exclusion";
            user_id: string;
        };
        ExclusionIngestRequest: {
            exclusions: components["schemas"]["ExclusionEvent"][];
        };
        ExperimentAssignmentRequest: {
            /** @default null */
            attributes: {
                [key: string]: unknown;
            } | null;
            /**
             * @default 2
             * @enum {integer}
             */
            hash_version: 1 | 2;
            user_id: string;
        };
        ExperimentAssignmentResponse: {
            coverage: number;
            experiment_id: string;
            growthbook: components["schemas"]["GrowthBookAssignmentResult"];
            hash: number | null;
            hash_version: number;
            holdout: boolean;
            in_experiment: boolean;
            namespace_excluded: boolean;
            num_variations: number;
            seed: string;
            sticky: boolean;
            targeting_excluded: boolean;
            user_id: string;
            variation_index: number;
            weights: number[];
        };
        ExperimentDesignSection: {
            exclusion_criteria: string;
            inclusion_criteria: string;
            randomization_unit: string;
            recommended_duration_days: number;
            stopping_conditions: string[];
            target_audience: string;
            traffic_split: number[];
            variants: components["schemas"]["VariantDefinition"][];
        };
        ExperimentInput: {
            /** @default {} */
            additional_context: components["schemas"]["AdditionalContext"];
            constraints: components["schemas"]["ConstraintsConfig"];
            /** @default {} */
            decision_policy: components["schemas"]["DecisionPolicy"];
            hypothesis: components["schemas"]["HypothesisContext"];
            metrics: components["schemas"]["MetricsConfig"];
            project: components["schemas"]["ProjectContext"];
            setup: components["schemas"]["ExperimentSetup"];
        };
        ExperimentReport: {
            calculations: components["schemas"]["CalculationsSection"];
            executive_summary: string;
            experiment_design: components["schemas"]["ExperimentDesignSection"];
            guardrail_metrics: components["schemas"]["GuardrailMetricReport"][];
            metrics_plan: components["schemas"]["MetricsPlanSection"];
            open_questions: string[];
            recommendations: components["schemas"]["RecommendationsSection"];
            risks: components["schemas"]["RisksSection"];
        };
        ExperimentReportInput: {
            calculations: components["schemas"]["CalculationsSectionInput"];
            executive_summary: string;
            experiment_design: components["schemas"]["ExperimentDesignSection"];
            /** @default [] */
            guardrail_metrics: components["schemas"]["GuardrailMetricReportInput"][];
            metrics_plan: components["schemas"]["MetricsPlanSection"];
            open_questions: string[];
            recommendations: components["schemas"]["RecommendationsSection"];
            risks: components["schemas"]["RisksSection"];
        };
        ExperimentSetup: {
            audience_share_in_test: number;
            /** @default null */
            avg_cluster_size: number | null;
            exclusion_criteria: string;
            expected_daily_traffic: number;
            experiment_type: string;
            /** @default null */
            icc: number | null;
            inclusion_criteria: string;
            /** @default null */
            namespace: components["schemas"]["NamespaceConfig"] | null;
            randomization_unit: string;
            /** @default [] */
            targeting_rules: components["schemas"]["TargetingRule"][];
            traffic_split: number[];
            variants_count: number;
        };
        ExportEventRecord: {
            analysis_run_id: string | null;
            created_at: string;
            /** @enum {string} */
            format: "markdown" | "html" | "pdf";
            id: string;
            project_id: string;
        };
        ExportResponse: {
            content: string;
        };
        ExposureCountBucket: {
            count: number;
            variation_index: number;
        };
        ExposureEvent: {
            /** @default null */
            cluster_id: string | null;
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
            variation_index: number;
        };
        ExposureEventLine: {
            /** @default null */
            cluster_id: string | null;
            /** @enum {string} */
            kind: "exposure";
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
            variation_index: number;
        };
        ExposureEventOfExperimentLine: {
            /** @default null */
            cluster_id: string | null;
            experiment_id: string;
            /** @enum {string} */
            kind: "exposure";
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
            variation_index: number;
        };
        ExposureIngestRequest: {
            exposures: components["schemas"]["ExposureEvent"][];
        };
        Futility: {
            beta: number;
            /** @enum {string} */
            type: "obrien_fleming" | "pocock" | "kim_demets" | "hwang_shih_decani";
        };
        GrowthBookAssignmentResult: {
            bucket: number | null;
            hashAttribute: string;
            hashUsed: boolean;
            hashValue: string;
            inExperiment: boolean;
            key: string;
            variationId: number;
        };
        GuardrailMetricInput: {
            /** @default null */
            baseline_mean: number | null;
            /** @default null */
            baseline_rate: number | null;
            /**
             * @default increase_is_bad
             * @enum {string}
             */
            direction: "increase_is_bad" | "decrease_is_bad";
            /** @enum {string} */
            metric_type: "binary" | "continuous";
            name: string;
            /** @default null */
            non_inferiority_margin_pct: number | null;
            /** @default null */
            std_dev: number | null;
        };
        GuardrailMetricReport: {
            baseline: number;
            detectable_mde_absolute: number | null;
            detectable_mde_pp: number | null;
            metric_type: string;
            name: string;
            note: string;
        };
        GuardrailMetricReportInput: {
            baseline: number;
            /** @default null */
            detectable_mde_absolute: number | null;
            /** @default null */
            detectable_mde_pp: number | null;
            metric_type: string;
            name: string;
            note: string;
        };
        HealthResponse: {
            environment: string;
            git_sha: string;
            service: string;
            status: string;
            version: string;
        };
        HoldoutEvent: {
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
        };
        HoldoutEventLine: {
            /** @enum {string} */
            kind: "holdout";
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
        };
        HoldoutEventOfExperimentLine: {
            experiment_id: string;
            /** @enum {string} */
            kind: "holdout";
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            user_id: string;
        };
        HoldoutIngestRequest: {
            holdout: components["schemas"]["HoldoutEvent"][];
        };
        HTTPValidationError: {
            detail: components["schemas"]["ValidationError"][];
            error_code: string;
            progress?: {
                [key: string]: number;
            };
            request_id: string;
            status_code: number;
        };
        HypothesisCandidate: {
            change: string;
            /** @enum {string} */
            expected_direction: "increase" | "decrease";
            primary_metric: string;
            rationale: string;
        };
        HypothesisContext: {
            business_problem: string;
            change_description: string;
            desired_result: string;
            hypothesis_statement: string;
            target_audience: string;
            what_to_validate: string;
        };
        HypothesisIdeationRequest: {
            /** @default null */
            business_problem: string | null;
            /** @default null */
            constraints: {
                [key: string]: unknown;
            } | null;
            /** @default 3 */
            count: number;
            /** @default null */
            metrics: {
                [key: string]: unknown;
            } | null;
            project_context: {
                [key: string]: unknown;
            };
            /** @default null */
            setup: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        HypothesisIdeationResponse: {
            available: boolean;
            error: string | null;
            error_code: string | null;
            hypotheses: components["schemas"]["HypothesisCandidate"][];
            model: string;
            provider: string;
            raw_text: string | null;
        };
        IdentityIngestRequest: {
            identities: components["schemas"]["IdentityLink"][];
        };
        IdentityLink: {
            anonymous_id: string;
            canonical_id: string;
        };
        IdentityLinkLine: {
            anonymous_id: string;
            canonical_id: string;
            /** @enum {string} */
            kind: "identity";
        };
        IdentityLinkOfExperimentLine: {
            anonymous_id: string;
            canonical_id: string;
            experiment_id: string;
            /** @enum {string} */
            kind: "identity";
        };
        IngestionSummaryResponse: {
            conversion_counts: components["schemas"]["ConversionCountBucket"][];
            conversions_total: number;
            experiment_id: string;
            exposure_counts: components["schemas"]["ExposureCountBucket"][];
            exposures_total: number;
        };
        IngestResultResponse: {
            deduplicated: number;
            received: number;
            recorded: number;
            refused: {
                index: number;
                reason: string;
                user_id: string;
            }[];
        };
        JobResponse: {
            created_at: string;
            error: {
                [key: string]: unknown;
            } | null;
            finished_at: string | null;
            id: string;
            progress: number;
            result: {
                [key: string]: unknown;
            } | null;
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        };
        LiveAlwaysValidBlock: {
            always_valid_p_value: number | null;
            always_valid_p_value_log10: number | null;
            ci_sequence_lower: number | null;
            ci_sequence_upper: number | null;
            confidence_level: number | null;
            is_significant: boolean | null;
            mixture_variance: number | null;
            note: string | null;
            status: string;
        };
        LiveArmStat: {
            conversion_rate: number | null;
            converted_users: number;
            exposed_users: number;
            mean: number | null;
            ratio: number | null;
            std: number | null;
            variation_index: number;
        };
        LiveComparison: {
            always_valid: components["schemas"]["LiveAlwaysValidBlock"] | null;
            analysis: components["schemas"]["ResultsResponse"] | null;
            control: components["schemas"]["LiveArmStat"];
            note: string | null;
            probability_treatment_beats_control: number | null;
            sequential_significant: boolean | null;
            status: string;
            treatment: components["schemas"]["LiveArmStat"];
            treatment_index: number;
        };
        LiveCupedArmStat: {
            adjusted_mean: number | null;
            adjusted_std: number | null;
            covariate_users: number;
            coverage: number | null;
            exposed_users: number;
            unadjusted_mean: number | null;
            variation_index: number;
        };
        LiveCupedBlock: {
            comparisons: components["schemas"]["LiveCupedComparison"][];
            covariate_users_total: number | null;
            covariates: components["schemas"]["LiveCupedCovariate"][];
            coverage_total: number | null;
            exposed_users_total: number | null;
            note: string;
            num_covariates: number | null;
            selection_caveat: string | null;
            status: string;
            theta: number | null;
            variance_reduction_pct: number | null;
        };
        LiveCupedComparison: {
            analysis: components["schemas"]["ResultsResponse"] | null;
            control: components["schemas"]["LiveCupedArmStat"];
            note: string | null;
            status: string;
            treatment: components["schemas"]["LiveCupedArmStat"];
            treatment_index: number;
            variance_reduction_pct: number | null;
        };
        LiveCupedCovariate: {
            name: string;
            theta: number;
        };
        LiveEventTimingBlock: {
            after_window_left_out: number | null;
            before_exposure_left_out: number | null;
            horizon_days: number | null;
            in_window: number | null;
            late: number | null;
            metric: string | null;
            out_of_order: number | null;
            status: string;
            total: number | null;
            without_client_time: number | null;
        };
        LiveExclusionBlock: {
            manual_filtered: number | null;
            rate_spike_filtered: number | null;
            status: string;
            total_filtered: number | null;
        };
        LiveGuardrailArmStat: {
            exposed_users: number;
            point_estimate: number | null;
            variation_index: number;
        };
        LiveGuardrailBlock: {
            any_breached: boolean;
            metrics: components["schemas"]["LiveGuardrailMetricResult"][];
            note: string;
            status: string;
        };
        LiveGuardrailComparison: {
            control: components["schemas"]["LiveGuardrailArmStat"];
            effect: number | null;
            harm: number | null;
            harm_lower_bound: number | null;
            is_breached: boolean | null;
            margin: number | null;
            note: string | null;
            p_value: number | null;
            p_value_log10: number | null;
            status: string;
            treatment: components["schemas"]["LiveGuardrailArmStat"];
            treatment_index: number;
        };
        LiveGuardrailMetricResult: {
            comparisons: components["schemas"]["LiveGuardrailComparison"][];
            direction: string;
            margin_pct: number | null;
            metric_type: string;
            name: string;
            status: string;
        };
        LiveHoldoutArmStat: {
            conversion_rate: number | null;
            converted_users: number;
            exposed_users: number;
            label: string;
            mean: number | null;
            std: number | null;
        };
        LiveHoldoutBlock: {
            always_valid: components["schemas"]["LiveAlwaysValidBlock"] | null;
            analysis: components["schemas"]["ResultsResponse"] | null;
            holdout: components["schemas"]["LiveHoldoutArmStat"] | null;
            holdout_users_total: number | null;
            note: string;
            probability_treated_beats_holdout: number | null;
            status: string;
            treated: components["schemas"]["LiveHoldoutArmStat"] | null;
            treated_users_total: number | null;
        };
        LiveIdentityResolutionBlock: {
            canonicalized_events: number | null;
            linked_identities: number | null;
            merged_users: number | null;
            status: string;
        };
        LivenessResponse: {
            status: string;
        };
        LivePopulationBlock: {
            conflicts: {
                covariate: number;
                identity: number;
                several_arms: number;
                several_strata: number;
                treated_and_held_out: number;
            } | null;
            excluded_users: number | null;
            filters: {
                by_arm: number[];
                imbalance_p_value: number | null;
                imbalance_p_value_log10: number | null;
                reason: string;
            }[];
            fingerprint: string | null;
            holdout_users: number | null;
            linked_identities: number | null;
            manual_excluded: number | null;
            policy_aligned: boolean | null;
            policy_version: string | null;
            rate_spike_excluded: number | null;
            status: string;
            treated_users: number | null;
        };
        LiveSequentialBlock: {
            current_boundary_z: number | null;
            information_fraction: number | null;
            n_looks: number;
            note: string;
            planned_sample_size_per_variant: number | null;
            status: string;
            total_exposed: number;
        };
        LiveSrmBlock: {
            causes: {
                code: string;
                evidence: Record<string, never>;
            }[];
            chi_square: number | null;
            expected_counts: number[];
            is_srm: boolean;
            observed_counts: number[];
            p_value: number | null;
            p_value_log10: number | null;
            sequential: {
                is_srm: boolean | null;
                p_value: number | null;
                p_value_log10: number | null;
                status: string;
            };
            status: string;
            verdict: string;
        };
        LiveStatsResponse: {
            comparisons: components["schemas"]["LiveComparison"][];
            conversions_total: number;
            cuped: components["schemas"]["LiveCupedBlock"];
            data_version: string;
            disclaimer: string;
            event_timing: components["schemas"]["LiveEventTimingBlock"];
            exclusions: components["schemas"]["LiveExclusionBlock"];
            experiment_id: string;
            exposures_total: number;
            guardrail: components["schemas"]["LiveGuardrailBlock"];
            holdout: components["schemas"]["LiveHoldoutBlock"];
            identity_resolution: components["schemas"]["LiveIdentityResolutionBlock"];
            looks: {
                boundary_z: number;
                comparisons: {
                    crossed: boolean;
                    test_statistic: number;
                    treatment_index: number;
                }[];
                information_fraction: number;
                look: number;
                recorded_at: string;
            }[];
            metric_type: string;
            population: components["schemas"]["LivePopulationBlock"];
            primary_metric_name: string;
            secondary: {
                adjustment: string;
                metrics: {
                    comparisons: {
                        adjusted_p_value: number | null;
                        ci_lower: number | null;
                        ci_upper: number | null;
                        effect: number | null;
                        is_significant: boolean | null;
                        p_value: number | null;
                        p_value_log10: number | null;
                        treatment_index: number;
                    }[];
                    direction: string;
                    metric_type: string;
                    name: string;
                }[];
                status: string;
            };
            sequential: components["schemas"]["LiveSequentialBlock"];
            srm: components["schemas"]["LiveSrmBlock"];
            stratified: components["schemas"]["LiveStratifiedBlock"];
        };
        LiveStratifiedBlock: {
            comparisons: components["schemas"]["LiveStratifiedComparison"][];
            exposed_users_total: number | null;
            note: string;
            num_strata: number | null;
            status: string;
            stratified_users_total: number | null;
        };
        LiveStratifiedComparison: {
            ci_level: number | null;
            ci_lower: number | null;
            ci_upper: number | null;
            effect: number | null;
            is_significant: boolean | null;
            note: string | null;
            num_strata: number | null;
            p_value: number | null;
            p_value_log10: number | null;
            standard_error: number | null;
            status: string;
            strata: components["schemas"]["LiveStratumEffect"][];
            test_statistic: number | null;
            treatment_index: number;
            variance_reduction_pct: number | null;
        };
        LiveStratumEffect: {
            control_users: number;
            effect: number | null;
            stratum: string;
            treatment_users: number;
            users: number;
        };
        LlmAdviceRequest: {
            /** @default null */
            additional_context: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            calculation_results: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            constraints: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            hypothesis: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            metrics: {
                [key: string]: unknown;
            } | null;
            project_context: {
                [key: string]: unknown;
            };
            /** @default null */
            setup: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            warnings: {
                [key: string]: unknown;
            }[] | null;
        } & {
            [key: string]: unknown;
        };
        LlmAdviceResponse: {
            advice: components["schemas"]["AdvicePayload"] | null;
            available: boolean;
            error: string | null;
            error_code: string | null;
            model: string;
            provider: string;
            raw_text: string | null;
        };
        LlmAdviceResponseInput: {
            advice: components["schemas"]["AdvicePayloadInput"] | null;
            available: boolean;
            error: string | null;
            /** @default null */
            error_code: string | null;
            model: string;
            provider: string;
            raw_text: string | null;
        };
        MedianSurvival: {
            ci_lower: number | null;
            ci_upper: number | null;
            median: number | null;
        };
        MetricPValue: {
            label: string;
            p_value: number;
        };
        MetricsConfig: {
            alpha: number;
            /** @default null */
            attribution_window_days: number | null;
            baseline_value: number;
            /** @default null */
            cuped_correlation: number | null;
            /** @default null */
            cuped_pre_experiment_std: number | null;
            /** @default null */
            denominator_metric_name: string | null;
            /**
             * @default increase
             * @enum {string}
             */
            direction: "increase" | "decrease";
            /** @default 1 */
            dispersion: number;
            /** @default null */
            equivalence_margin_pct: number | null;
            /** @default null */
            expected_uplift_pct: number | null;
            /** @default null */
            exposure_metric_name: string | null;
            /** @default null */
            exposure_per_user: number | null;
            /** @default [] */
            guardrail_metrics: components["schemas"]["GuardrailMetricInput"][];
            mde_pct: number;
            /** @enum {string} */
            metric_type: "binary" | "continuous" | "ratio" | "count";
            /** @default null */
            numerator_metric_name: string | null;
            /**
             * @default null
             * @enum {string|null}
             */
            planned_test: "z_test" | "fisher_exact" | "mann_whitney" | "tost" | null;
            power: number;
            primary_metric_name: string;
            /** @default [] */
            secondary_metric_specs: components["schemas"]["SecondaryMetricSpec"][];
            /** @default [] */
            secondary_metrics: string[];
            /** @default null */
            std_dev: number | null;
        };
        MetricsPlanSection: {
            diagnostic: string[];
            guardrail: string[];
            primary: string[];
            secondary: string[];
        };
        MonteCarloSimulationResponse: {
            num_simulations: number;
            percentiles: {
                [key: string]: number;
            };
            probability_uplift_above_threshold: {
                [key: string]: number;
            };
            probability_uplift_positive: number;
            simulated_uplifts: number[];
        };
        MultipleTestingMetricResult: {
            adjusted_p_value: number;
            label: string;
            p_value: number;
            rejected: boolean;
        };
        MultipleTestingRequest: {
            /** @default 0.05 */
            level: number;
            /**
             * @default bh
             * @enum {string}
             */
            method: "bh" | "holm" | "hochberg" | "by";
            metrics: components["schemas"]["MetricPValue"][];
        };
        MultipleTestingResponse: {
            critical_value: number;
            level: number;
            /** @enum {string} */
            method: "bh" | "holm" | "hochberg" | "by";
            num_rejected: number;
            num_tests: number;
            results: components["schemas"]["MultipleTestingMetricResult"][];
            threshold_rank: number;
        };
        MultiProjectComparisonRequest: {
            project_ids: string[];
        };
        MultiProjectComparisonResponse: {
            duration_range: components["schemas"]["ComparisonRangeSummary"];
            metric_types_used: string[];
            monte_carlo_distribution: {
                [key: string]: components["schemas"]["MonteCarloSimulationResponse"];
            } | null;
            monte_carlo_seed: number | null;
            projects: components["schemas"]["ProjectComparisonItem"][];
            recommendation_highlights: string[];
            sample_size_range: components["schemas"]["ComparisonRangeSummary"];
            shared_assumptions: string[];
            shared_risks: string[];
            shared_warnings: string[];
            unique_per_project: {
                [key: string]: components["schemas"]["ProjectUniqueInsights"];
            };
        };
        NamespaceConfig: {
            id: string;
            range_end: number;
            range_start: number;
        };
        ObservedResultsBinary: {
            /** @default 0.05 */
            alpha: number;
            control_conversions: number;
            control_users: number;
            treatment_conversions: number;
            treatment_users: number;
        };
        ObservedResultsContinuous: {
            /** @default 0.05 */
            alpha: number;
            control_mean: number;
            control_n: number;
            control_std: number;
            /** @default null */
            equivalence_margin: number | null;
            treatment_mean: number;
            treatment_n: number;
            treatment_std: number;
        };
        ObservedResultsCount: {
            /** @default 0.05 */
            alpha: number;
            control_events: number;
            control_exposure: number;
            treatment_events: number;
            treatment_exposure: number;
        };
        ObservedResultsRanked: {
            /** @default 0.05 */
            alpha: number;
            control_values: number[];
            /** @default 2000 */
            draws: number;
            /**
             * @default percentile
             * @enum {string}
             */
            interval: "percentile" | "bca" | "studentized";
            /** @default 0.5 */
            quantile: number;
            treatment_values: number[];
            /** @default 0.2 */
            trim: number;
        };
        OmnibusGroupSummary: {
            mean: number | null;
            mean_rank: number | null;
            median: number | null;
            n: number;
            std: number | null;
        };
        OmnibusResultsRequest: {
            /** @default 0.05 */
            alpha: number;
            groups: number[][];
            /** @enum {string} */
            test_type: "welch_anova" | "kruskal_wallis";
        };
        OmnibusResultsResponse: {
            df_denominator: number | null;
            df_numerator: number;
            effect_size: number;
            effect_size_label: string;
            group_summaries: components["schemas"]["OmnibusGroupSummary"][];
            interpretation: string;
            is_significant: boolean;
            n_total: number;
            num_groups: number;
            p_value: number;
            p_value_log10: number;
            test_statistic: number;
            test_type: string;
            verdict: string;
        };
        PairedResultsRequest: {
            /** @default 0.05 */
            alpha: number;
            control_values: number[];
            /** @enum {string} */
            test_type: "paired_t" | "wilcoxon" | "mcnemar";
            treatment_values: number[];
        };
        PairedResultsResponse: {
            ci_level: number;
            ci_lower: number;
            ci_upper: number;
            discordant_negative: number | null;
            discordant_positive: number | null;
            effect: number;
            effect_label: string;
            effect_size: number | null;
            effect_size_label: string | null;
            interpretation: string;
            is_significant: boolean;
            method: string | null;
            n_discordant: number | null;
            n_pairs: number;
            n_zero_differences: number | null;
            p_value: number;
            p_value_log10: number;
            test_statistic: number;
            test_type: string;
            verdict: string;
        };
        PersonResponse: {
            anonymous_ids: string[];
            covariates: {
                covariate_name: string;
                value: number;
            }[];
            events: {
                metric: string;
                occurred_at: string | null;
                received_at: string;
                /** @enum {string} */
                standing: "counted" | "before_exposure" | "after_window" | "not_exposed";
                user_id: string;
                value: number;
            }[];
            events_total: number;
            exclusions: {
                exclusion_reason: string;
                user_id: string;
            }[];
            experiment_id: string;
            exposures: {
                cluster_id: string | null;
                decides: boolean;
                occurred_at: string | null;
                received_at: string;
                user_id: string;
                variation_index: number;
            }[];
            person_id: string;
            /** @enum {string} */
            status: "counted" | "held_out" | "not_exposed" | "unknown_arm" | "excluded" | "rate_spike";
            stratum: string | null;
            user_id: string;
            variation_index: number | null;
        };
        PrePeriodEvent: {
            /** @default __default__ */
            covariate_name: string;
            user_id: string;
            value: number;
        };
        PrePeriodEventLine: {
            /** @default __default__ */
            covariate_name: string;
            /** @enum {string} */
            kind: "pre_period";
            user_id: string;
            value: number;
        };
        PrePeriodEventOfExperimentLine: {
            /** @default __default__ */
            covariate_name: string;
            experiment_id: string;
            /** @enum {string} */
            kind: "pre_period";
            user_id: string;
            value: number;
        };
        PrePeriodIngestRequest: {
            pre_period_values: components["schemas"]["PrePeriodEvent"][];
        };
        ProjectArchiveResponse: {
            archived: boolean;
            archived_at: string | null;
            id: string;
        };
        ProjectComparisonDelta: {
            estimated_duration_days: number;
            sample_size_per_variant: number;
            total_sample_size: number;
            warnings_count: number;
        };
        ProjectComparisonItem: {
            advice_available: boolean;
            analysis_created_at: string;
            analysis_run_id: string;
            assumptions: string[];
            estimated_duration_days: number;
            executive_summary: string;
            id: string;
            last_analysis_at: string | null;
            metric_type: string;
            observed_results: components["schemas"]["ResultsResponse"] | null;
            primary_metric: string;
            project_name: string;
            recommendation_highlights: string[];
            risk_highlights: string[];
            sample_size_per_variant: number;
            sensitivity: components["schemas"]["SensitivityResponse"] | null;
            total_sample_size: number;
            updated_at: string;
            warning_codes: string[];
            warning_severity: string;
            warnings_count: number;
        };
        ProjectComparisonResponse: {
            base_only_assumptions: string[];
            base_only_risk_highlights: string[];
            base_only_warning_codes: string[];
            base_project: components["schemas"]["ProjectComparisonItem"];
            candidate_only_assumptions: string[];
            candidate_only_risk_highlights: string[];
            candidate_only_warning_codes: string[];
            candidate_project: components["schemas"]["ProjectComparisonItem"];
            deltas: components["schemas"]["ProjectComparisonDelta"];
            highlights: string[];
            metric_alignment_note: string;
            shared_assumptions: string[];
            shared_risk_highlights: string[];
            shared_warning_codes: string[];
            summary: string;
        };
        ProjectContext: {
            domain: string;
            market: string;
            platform: string;
            product_type: string;
            project_description: string;
            project_name: string;
        };
        ProjectDeleteResponse: {
            deleted: boolean;
            id: string;
        };
        ProjectExportMarkRequest: {
            /** @default null */
            analysis_run_id: string | null;
            /** @enum {string} */
            format: "markdown" | "html" | "pdf";
        };
        ProjectHistoryResponse: {
            analysis_limit: number;
            analysis_offset: number;
            analysis_runs: components["schemas"]["AnalysisRunRecord"][];
            analysis_total: number;
            export_events: components["schemas"]["ExportEventRecord"][];
            export_limit: number;
            export_offset: number;
            export_total: number;
            project_id: string;
        };
        ProjectListItem: {
            archived_at: string | null;
            created_at: string;
            duration_days: number | null;
            has_analysis_snapshot: boolean;
            hypothesis: string | null;
            id: string;
            is_archived: boolean;
            last_analysis_at: string | null;
            last_analysis_run_id: string | null;
            last_exported_at: string | null;
            last_revision_at: string | null;
            /** @enum {string|null} */
            metric_type: "binary" | "continuous" | "ratio" | "count" | null;
            payload_schema_version: number;
            project_name: string;
            revision_count: number;
            updated_at: string;
        };
        ProjectListResponse: {
            has_more: boolean;
            limit: number;
            offset: number;
            projects: components["schemas"]["ProjectListItem"][];
            total: number;
        };
        ProjectRecord: {
            archived_at: string | null;
            created_at: string;
            has_analysis_snapshot: boolean;
            id: string;
            is_archived: boolean;
            last_analysis_at: string | null;
            last_analysis_run_id: string | null;
            last_exported_at: string | null;
            last_revision_at: string | null;
            payload: components["schemas"]["ExperimentInput"];
            payload_schema_version: number;
            project_name: string;
            revision_count: number;
            updated_at: string;
        };
        ProjectRevisionHistoryResponse: {
            limit: number;
            offset: number;
            project_id: string;
            revisions: components["schemas"]["ProjectRevisionRecord"][];
            total: number;
        };
        ProjectRevisionRecord: {
            created_at: string;
            id: string;
            payload: components["schemas"]["ExperimentInput"];
            project_id: string;
            /** @enum {string} */
            source: "create" | "update" | "workspace_import";
        };
        ProjectUniqueInsights: {
            assumptions: string[];
            risks: string[];
            warnings: string[];
        };
        RateSpike: {
            /** @default 100 */
            max_events: number;
            /** @default 60 */
            window_minutes: number;
        };
        RatioArm: {
            denominators: number[];
            numerators: number[];
        };
        RatioResultsRequest: {
            /** @default 0.05 */
            alpha: number;
            control_arm: components["schemas"]["RatioArm"];
            treatment_arm: components["schemas"]["RatioArm"];
        };
        ReadinessCheck: {
            detail: string;
            name: string;
            ok: boolean;
        };
        ReadinessResponse: {
            checks: components["schemas"]["ReadinessCheck"][];
            generated_at: string;
            status: string;
        };
        RecommendationsSection: {
            after_test: string[];
            before_launch: string[];
            during_test: string[];
        };
        RestrictedMeanSurvival: {
            ci_lower: number;
            ci_upper: number;
            control_mean: number;
            difference: number;
            horizon: number;
            p_value: number;
            p_value_log10: number;
            treatment_mean: number;
        };
        ResultsRequest: {
            /** @default null */
            binary: components["schemas"]["ObservedResultsBinary"] | null;
            /** @default null */
            continuous: components["schemas"]["ObservedResultsContinuous"] | null;
            /** @default null */
            count: components["schemas"]["ObservedResultsCount"] | null;
            /** @enum {string} */
            metric_type: "binary" | "continuous" | "equivalence" | "mann_whitney" | "bootstrap" | "quantile" | "trimmed_t" | "fisher_exact" | "boschloo_exact" | "barnard_exact" | "count";
            /** @default null */
            ranked: components["schemas"]["ObservedResultsRanked"] | null;
        };
        ResultsResponse: {
            ci_level: number;
            ci_lower: number;
            ci_upper: number;
            control_rate?: number | null;
            effect_size?: number | null;
            effect_size_ci_lower?: number | null;
            effect_size_ci_upper?: number | null;
            effect_size_label?: string | null;
            interpretation: string;
            is_significant: boolean;
            metric_type: string;
            observed_effect: number;
            observed_effect_relative: number;
            p_value: number;
            p_value_log10?: number | null;
            power_achieved: number;
            test_statistic: number;
            treatment_rate?: number | null;
            verdict: string;
        };
        RetentionPurgeRequest: {
            /** @default null */
            audit_days: number | null;
            /** @default null */
            conversions_days: number | null;
            /** @default true */
            dry_run: boolean;
            /** @default null */
            exposures_days: number | null;
            /** @default false */
            include_active: boolean;
            /** @default null */
            webhook_deliveries_days: number | null;
        };
        RetentionPurgeResponse: {
            dry_run: boolean;
            generated_at: string;
            purged: {
                audit_log: number;
                conversions: number;
                exposures: number;
                webhook_deliveries: number;
            };
        };
        RisksSection: {
            operational: string[];
            product: string[];
            statistical: string[];
            technical: string[];
        };
        SavedObservedResults: {
            analysis: components["schemas"]["ResultsResponse"];
            request: components["schemas"]["ResultsRequest"];
            /** @default null */
            saved_at: string | null;
        };
        SdkConfigResponse: {
            experiments: components["schemas"]["SdkExperiment"][];
            version: string;
        };
        SdkExperiment: {
            coverage: number;
            hashVersion: number;
            holdout_fraction: number;
            id: string;
            namespace: components["schemas"]["SdkNamespace"] | null;
            ranges: number[][];
            seed: string;
            targeting_rules: components["schemas"]["SdkTargetingRule"][];
            weights: number[];
        };
        SdkNamespace: {
            id: string;
            range_end: number;
            range_start: number;
        };
        SdkTargetingRule: {
            attribute: string;
            /** @enum {string} */
            operator: "equals" | "not_equals" | "in" | "gt" | "lt" | "gte" | "lte";
            value: string | number | boolean | (string | number | boolean)[];
        };
        SecondaryMetricSpec: {
            /**
             * @default increase
             * @enum {string}
             */
            direction: "increase" | "decrease";
            /**
             * @default continuous
             * @enum {string}
             */
            metric_type: "binary" | "continuous" | "count";
            name: string;
        };
        SensitivityCell: {
            duration_days: number;
            mde: number;
            power: number;
            sample_size_per_variant: number;
        };
        SensitivityRequest: {
            /** @default 0.05 */
            alpha: number;
            /** @default 1 */
            audience_share: number;
            /** @default null */
            baseline_mean: number | null;
            /** @default null */
            baseline_rate: number | null;
            /** @default 1000 */
            daily_traffic: number;
            /**
             * @default increase
             * @enum {string}
             */
            direction: "increase" | "decrease";
            /** @default 1 */
            dispersion: number;
            /** @default null */
            exposure_per_user: number | null;
            /**
             * @default [
             *       0.1,
             *       0.5,
             *       1,
             *       2,
             *       5
             *     ]
             */
            mde_values: number[];
            /** @enum {string} */
            metric_type: "binary" | "continuous" | "ratio" | "count";
            /**
             * @default [
             *       0.7,
             *       0.8,
             *       0.9,
             *       0.95
             *     ]
             */
            power_values: number[];
            /** @default null */
            std_dev: number | null;
            /** @default null */
            traffic_split: number[] | null;
            /** @default 2 */
            variants: number;
        };
        SensitivityResponse: {
            cells: components["schemas"]["SensitivityCell"][];
            current_mde: number | null;
            current_power: number | null;
        };
        SlackEventAnswer: {
            challenge?: string;
            ok?: boolean;
        };
        SlackInstalled: {
            ok: boolean;
            team_id: string;
            team_name: string | null;
        };
        SlackMessage: {
            blocks?: Record<string, never>[];
            replace_original?: boolean;
            response_type?: string;
            text?: string;
        };
        SlackStatus: {
            configured: boolean;
            installed: boolean;
            installed_at: string | null;
            team_id: string | null;
            team_name: string | null;
        };
        SlackUnconfigured: {
            error: string;
        };
        Slice: {
            arms: {
                exposed_users: number;
                value: number | null;
                variation_index: number;
            }[];
            comparisons: {
                adjusted_p_value: number | null;
                ci_lower: number | null;
                ci_upper: number | null;
                effect: number | null;
                is_significant: boolean | null;
                p_value: number | null;
                p_value_log10: number | null;
                treatment_index: number;
            }[];
            exposed_users: number;
            greatest: number | null;
            key: string | null;
            least: number | null;
        };
        SliceInteraction: {
            degrees_of_freedom: number | null;
            inconsistency: number | null;
            p_value: number | null;
            p_value_log10: number | null;
            slices: number;
            statistic: number | null;
            treatment_index: number;
        };
        SlicesResponse: {
            by: string;
            data_version: string;
            experiment_id: string;
            interactions: components["schemas"]["SliceInteraction"][];
            metric: string;
            metric_type: string;
            multiplicity: {
                method: string;
                note: string;
                tests: number;
            } | null;
            not_compared: string | null;
            slices: components["schemas"]["Slice"][];
        };
        SrmCheckRequest: {
            expected_fractions: number[];
            observed_counts: number[];
        };
        SrmCheckResponse: {
            chi_square: number;
            expected_counts: number[];
            is_srm: boolean;
            observed_counts: number[];
            p_value: number;
            p_value_log10: number;
            verdict: string;
        };
        StandaloneExportRequest: {
            /** @default null */
            ai_advice: {
                [key: string]: unknown;
            } | null;
            calculation: {
                [key: string]: unknown;
            };
            design: {
                [key: string]: unknown;
            };
            /** @default null */
            hypothesis: string | null;
            project_name: string;
            /** @default null */
            results: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            sensitivity: {
                [key: string]: unknown;
            } | null;
        };
        StratumEvent: {
            stratum: string;
            user_id: string;
        };
        StratumEventLine: {
            /** @enum {string} */
            kind: "stratum";
            stratum: string;
            user_id: string;
        };
        StratumEventOfExperimentLine: {
            experiment_id: string;
            /** @enum {string} */
            kind: "stratum";
            stratum: string;
            user_id: string;
        };
        StratumIngestRequest: {
            strata: components["schemas"]["StratumEvent"][];
        };
        SurvivalArm: {
            /** @default [] */
            covariates: number[][];
            durations: number[];
            events_observed: boolean[];
        };
        SurvivalArmSummary: {
            expected: number;
            n: number;
            observed: number;
        };
        SurvivalCurvePoint: {
            at_risk: number;
            ci_lower: number;
            ci_upper: number;
            n_events: number;
            std_error: number;
            survival: number;
            time: number;
        };
        SurvivalResultsRequest: {
            /** @default [] */
            additional_arms: components["schemas"]["SurvivalArm"][];
            /** @default 0.05 */
            alpha: number;
            control_arm: components["schemas"]["SurvivalArm"];
            /** @default null */
            curve_level: number | null;
            /** @default 0 */
            fh_gamma: number;
            /** @default 1 */
            fh_rho: number;
            /** @default null */
            rmst_horizon: number | null;
            /**
             * @default log_rank
             * @enum {string}
             */
            test_type: "log_rank" | "fleming_harrington" | "cox";
            treatment_arm: components["schemas"]["SurvivalArm"];
        };
        SurvivalResultsResponse: {
            additional_arm_curves: components["schemas"]["SurvivalCurvePoint"][][];
            arm_summaries: components["schemas"]["SurvivalArmSummary"][];
            chi_square: number;
            control_curve: components["schemas"]["SurvivalCurvePoint"][];
            covariate_effects: components["schemas"]["CovariateEffect"][] | null;
            degrees_of_freedom: number;
            expected_control: number;
            expected_treatment: number;
            fh_gamma: number | null;
            fh_rho: number | null;
            hazard_ratio: number | null;
            hazard_ratio_ci_lower: number | null;
            hazard_ratio_ci_upper: number | null;
            interpretation: string;
            is_significant: boolean;
            log_hazard_ratio: number | null;
            log_hazard_ratio_se: number | null;
            median_survival: components["schemas"]["MedianSurvival"][];
            n_control: number;
            n_treatment: number;
            observed_control: number;
            observed_treatment: number;
            p_value: number;
            p_value_log10: number;
            proportional_hazards_p_value: number | null;
            restricted_mean_survival: components["schemas"]["RestrictedMeanSurvival"] | null;
            test_type: string;
            treatment_curve: components["schemas"]["SurvivalCurvePoint"][];
            verdict: string;
        };
        TargetingRule: {
            attribute: string;
            /** @enum {string} */
            operator: "equals" | "not_equals" | "in" | "gt" | "lt" | "gte" | "lte";
            value: string | number | boolean | (string | number | boolean)[];
        };
        TemplateCreateRequest: {
            /** @default Custom */
            category: string;
            description: string;
            name: string;
            payload: components["schemas"]["ExperimentInput"];
            /** @default [] */
            tags: string[];
        };
        TemplateDeleteResponse: {
            /** @constant */
            deleted: true;
            id: string;
        };
        TemplateListResponse: {
            templates: components["schemas"]["TemplateRecord"][];
            total: number;
        };
        TemplateRecord: {
            built_in: boolean;
            category: string;
            description: string;
            id: string;
            name: string;
            payload: components["schemas"]["ExperimentInput"];
            tags: string[];
            usage_count: number;
        };
        TimeseriesDay: {
            arms: {
                exposed_users: number;
                value: number | null;
                variation_index: number;
            }[];
            comparisons: {
                always_valid_lower: number | null;
                always_valid_p_value: number | null;
                always_valid_p_value_log10: number | null;
                always_valid_upper: number | null;
                ci_lower: number | null;
                ci_upper: number | null;
                effect: number | null;
                p_value: number | null;
                p_value_log10: number | null;
                treatment_index: number;
            }[];
            date: string;
            srm: {
                is_srm: boolean;
                p_value: number | null;
                p_value_log10: number | null;
                sequential_is_srm: boolean | null;
                sequential_p_value: number | null;
            };
        };
        TimeseriesResponse: {
            data_version: string;
            days: components["schemas"]["TimeseriesDay"][];
            experiment_id: string;
            metric: string;
            metric_type: string;
            not_compared: string | null;
        };
        ValidationError: {
            ctx?: Record<string, never>;
            input?: unknown;
            loc: (string | number)[];
            msg: string;
            type: string;
        };
        VariantDefinition: {
            description: string;
            name: string;
        };
        WarningResponse: {
            code: string;
            message: string;
            severity: string;
            source: string;
        };
        WarningResponseInput: {
            code: string;
            message: string;
            severity: string;
            source: string;
        };
        WebhookDeleteResponse: {
            deleted: boolean;
            id: string;
        };
        WebhookDeliveryListResponse: {
            deliveries: components["schemas"]["WebhookDeliveryRecord"][];
            total: number;
        };
        WebhookDeliveryRecord: {
            attempt_count: number;
            delivered_at: string | null;
            error_message: string | null;
            event_id: number;
            id: string;
            last_attempt_at: string | null;
            lease_expires_at: string | null;
            next_attempt_at: string | null;
            response_body: string | null;
            response_code: number | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "retrying";
            subscription_id: string;
        };
        WebhookListResponse: {
            subscriptions: components["schemas"]["WebhookSubscriptionRecord"][];
            total: number;
        };
        WebhookSubscriptionCreateRequest: {
            /** @default null */
            api_key_id: string | null;
            /** @default [] */
            event_filter: string[];
            /** @enum {string} */
            format: "generic" | "slack";
            name: string;
            /** @enum {string} */
            scope: "global" | "api_key";
            secret: string;
            target_url: string;
        };
        WebhookSubscriptionRecord: {
            api_key_id: string | null;
            created_at: string;
            enabled: boolean;
            event_filter: string[];
            /** @enum {string} */
            format: "generic" | "slack";
            id: string;
            last_delivered_at: string | null;
            last_error_at: string | null;
            name: string;
            /** @enum {string} */
            scope: "global" | "api_key";
            secret: string | null;
            target_url: string;
            updated_at: string;
        };
        WebhookSubscriptionUpdateRequest: {
            /** @default null */
            enabled: boolean | null;
            /** @default null */
            event_filter: string[] | null;
            /** @default null */
            target_url: string | null;
        };
        WebhookTestResponse: {
            delivery_id: string;
            response_code: number | null;
            /** @enum {string} */
            status: "delivered" | "failed" | "retrying" | "pending";
        };
        WorkspaceAnalysisRunRecord: {
            analysis: components["schemas"]["AnalysisResponseInput"];
            /** Format: datetime */
            created_at: string;
            id: string;
            project_id: string;
        };
        WorkspaceBundle: {
            analysis_runs: components["schemas"]["WorkspaceAnalysisRunRecord"][];
            /** @default null */
            execution: components["schemas"]["WorkspaceExecution"][] | null;
            export_events: components["schemas"]["WorkspaceExportEventRecord"][];
            generated_at: string;
            /** @default null */
            integrity: components["schemas"]["WorkspaceIntegrity"] | null;
            /** @default [] */
            project_revisions: components["schemas"]["WorkspaceProjectRevisionRecord"][];
            projects: components["schemas"]["WorkspaceProjectRecord"][];
            /** @default 3 */
            schema_version: number;
            /** @default [] */
            templates: components["schemas"]["WorkspaceTemplateRecord"][];
        };
        WorkspaceConversion: {
            /** @default null */
            idempotency_key: string | null;
            metric: string;
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            /** Format: datetime */
            received_at: string;
            user_id: string;
            value: number;
        };
        WorkspaceErasure: {
            id_sha256: string;
        };
        WorkspaceExclusion: {
            exclusion_reason: string;
            user_id: string;
        };
        WorkspaceExecution: {
            /** @default [] */
            conversions: components["schemas"]["WorkspaceConversion"][];
            /** @default [] */
            erasures: components["schemas"]["WorkspaceErasure"][];
            /** @default [] */
            exclusions: components["schemas"]["WorkspaceExclusion"][];
            /** @default [] */
            exposures: components["schemas"]["WorkspaceExposure"][];
            /** @default null */
            frozen_revision_id: string | null;
            /** @default [] */
            identities: components["schemas"]["WorkspaceIdentity"][];
            /** @default [] */
            identity_conflicts: components["schemas"]["WorkspaceIdentityConflict"][];
            /** @default [] */
            looks: components["schemas"]["WorkspaceLook"][];
            /** @default [] */
            pre_period: components["schemas"]["WorkspacePrePeriodValue"][];
            project_id: string;
            /** @default [] */
            strata: components["schemas"]["WorkspaceStratum"][];
        };
        WorkspaceExportEventRecord: {
            /** @default null */
            analysis_run_id: string | null;
            /** Format: datetime */
            created_at: string;
            /** @enum {string} */
            format: "markdown" | "html" | "pdf";
            id: string;
            project_id: string;
        };
        WorkspaceExposure: {
            /** @default null */
            cluster_id: string | null;
            /**
             * Format: datetime
             * @default null
             */
            occurred_at: string | null;
            /** Format: datetime */
            received_at: string;
            user_id: string;
            variation_index: number;
        };
        WorkspaceIdentity: {
            anonymous_id: string;
            canonical_id: string;
        };
        WorkspaceIdentityConflict: {
            anonymous_id: string;
        };
        WorkspaceImportResponse: {
            imported_analysis_runs: number;
            imported_execution_rows: number;
            imported_export_events: number;
            imported_project_revisions: number;
            imported_projects: number;
            imported_templates: number;
            status: string;
        };
        WorkspaceIntegrity: {
            checksum_sha256: string;
            counts: components["schemas"]["WorkspaceIntegrityCounts"];
            /** @default null */
            signature_hmac_sha256: string | null;
        };
        WorkspaceIntegrityCounts: {
            analysis_runs: number;
            /** @default 0 */
            execution_rows: number;
            export_events: number;
            project_revisions: number;
            projects: number;
            /** @default 0 */
            templates: number;
        };
        WorkspaceLook: {
            boundary_z: number;
            comparisons: components["schemas"]["WorkspaceLookComparison"][];
            data_version: string;
            information_fraction: number;
            look: number;
            /** Format: datetime */
            recorded_at: string;
        };
        WorkspaceLookComparison: {
            crossed: boolean;
            effect: number | null;
            effect_relative: number | null;
            lower: number | null;
            p_value: number | null;
            p_value_log10: number | null;
            probability: number | null;
            statistic: number | null;
            treatment_index: number;
            upper: number | null;
        };
        WorkspacePrePeriodValue: {
            covariate_name: string;
            /** @default false */
            is_correction: boolean;
            user_id: string;
            value: number;
        };
        WorkspaceProjectRecord: {
            /**
             * Format: datetime
             * @default null
             */
            archived_at: string | null;
            /** Format: datetime */
            created_at: string;
            id: string;
            /**
             * Format: datetime
             * @default null
             */
            last_analysis_at: string | null;
            /** @default null */
            last_analysis_run_id: string | null;
            /**
             * Format: datetime
             * @default null
             */
            last_exported_at: string | null;
            payload: components["schemas"]["ExperimentInput"];
            payload_schema_version: number;
            project_name: string;
            /** Format: datetime */
            updated_at: string;
        };
        WorkspaceProjectRevisionRecord: {
            /** Format: datetime */
            created_at: string;
            id: string;
            payload: components["schemas"]["ExperimentInput"];
            project_id: string;
            /** @enum {string} */
            source: "create" | "update" | "workspace_import";
        };
        WorkspaceStratum: {
            /** @default false */
            is_correction: boolean;
            stratum: string;
            user_id: string;
        };
        WorkspaceTemplateRecord: {
            category: string;
            /** Format: datetime */
            created_at: string;
            description: string;
            id: string;
            name: string;
            payload: components["schemas"]["ExperimentInput"];
            tags: string[];
            /** Format: datetime */
            updated_at: string;
        };
        WorkspaceValidationResponse: {
            checksum_sha256: string;
            counts: components["schemas"]["WorkspaceIntegrityCounts"];
            schema_version: number;
            signature_verified: boolean;
            /** @constant */
            status: "valid";
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
    purgeRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "exposures_days": 365,
                 *       "dry_run": true
                 *     }
                 */
                "application/json": components["schemas"]["RetentionPurgeRequest"] | null;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionPurgeResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzeExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ExperimentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    assignMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user_id": "user-42",
                 *       "attributes": {
                 *         "country": "DE"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AssignManyRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignManyResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    previewAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seed": "checkout",
                 *       "num_variations": 2,
                 *       "sample_size": 1000
                 *     }
                 */
                "application/json": components["schemas"]["AssignmentPreviewRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPreviewResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @example project.create */
                action?: string | null;
                /** @example 1200 */
                before_id?: number | null;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000008 */
                key_id?: string | null;
                /** @example 500 */
                limit?: number;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id?: string | null;
                /** @example 2026-05-01T00:00:00Z */
                since?: string | null;
                /** @example 2026-06-01T00:00:00Z */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @example project.create */
                action?: string | null;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000008 */
                key_id?: string | null;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id?: string | null;
                /** @example 2026-05-01T00:00:00Z */
                since?: string | null;
                /** @example 2026-06-01T00:00:00Z */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    calculate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["CalculationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalculationResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    designExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ExperimentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentReport"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getDiagnostics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiagnosticsResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestEvents: {
        parameters: {
            query?: {
                /** @example content */
                dedupe?: "content" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Any number of lines, plain or with Content-Encoding: gzip; the schema is that of one line. */
        requestBody: {
            content: {
                /** @example {"kind":"exposure","experiment_id":"7c0e5a52-1d7e-4f0a-9b54-000000000001","user_id":"user-42","variation_index":1} */
                "application/x-ndjson": components["schemas"]["ExposureEventOfExperimentLine"] | components["schemas"]["ConversionEventOfExperimentLine"] | components["schemas"]["PrePeriodEventOfExperimentLine"] | components["schemas"]["StratumEventOfExperimentLine"] | components["schemas"]["HoldoutEventOfExperimentLine"] | components["schemas"]["IdentityLinkOfExperimentLine"] | components["schemas"]["ExclusionEventOfExperimentLine"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResultResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body came too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    assignExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user_id": "user-42",
                 *       "attributes": {
                 *         "country": "DE"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ExperimentAssignmentRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentAssignmentResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestConversions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ConversionIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReadoutResponse"];
                };
            };
            /** @description Success */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getDecisionRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestExperimentEvents: {
        parameters: {
            query?: {
                /** @example content */
                dedupe?: "content" | null;
            };
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        /** @description Any number of lines, plain or with Content-Encoding: gzip; the schema is that of one line. */
        requestBody: {
            content: {
                /**
                 * @example {"kind":"exposure","user_id":"user-42","variation_index":1,"occurred_at":"2026-05-01T09:00:00Z"}
                 *     {"kind":"conversion","user_id":"user-42","metric":"purchase","value":1,"idempotency_key":"order-1001"}
                 */
                "application/x-ndjson": components["schemas"]["ExposureEventLine"] | components["schemas"]["ConversionEventLine"] | components["schemas"]["PrePeriodEventLine"] | components["schemas"]["StratumEventLine"] | components["schemas"]["HoldoutEventLine"] | components["schemas"]["IdentityLinkLine"] | components["schemas"]["ExclusionEventLine"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body came too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestExclusions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "exclusions": [
                 *         {
                 *           "user_id": "tester-1",
                 *           "exclusion_reason": "internal"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ExclusionIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    liftExclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
                /** @example u1 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestExposures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ExposureIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestHoldout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "holdout": [
                 *         {
                 *           "user_id": "user-7",
                 *           "occurred_at": "2026-05-01T09:00:00Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["HoldoutIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "identities": [
                 *         {
                 *           "anonymous_id": "cookie-9f3a",
                 *           "canonical_id": "user-42"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["IdentityIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getIngestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestionSummaryResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getLiveStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveStatsResponse"];
                };
            };
            /** @description Success */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
                /** @example u1 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
                /** @example u1 */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    correctPrePeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pre_period_values": [
                 *         {
                 *           "user_id": "user-42",
                 *           "value": 131,
                 *           "covariate_name": "revenue_last_year"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrePeriodIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestPrePeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["PrePeriodIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getExperimentReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
                /** @example markdown */
                format: "markdown" | "html" | "pdf" | "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "text/html": string;
                    "text/markdown": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getSlices: {
        parameters: {
            query: {
                /** @example day_of_week */
                by: string;
                /** @example purchase */
                metric?: string | null;
            };
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlicesResponse"];
                };
            };
            /** @description Success */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    correctStrata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "strata": [
                 *         {
                 *           "user_id": "user-42",
                 *           "stratum": "android"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["StratumIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    ingestStrata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["StratumIngestRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestResultResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getTimeseries: {
        parameters: {
            query?: {
                /** @example 2026-04-28 */
                from?: string | null;
                /** @example purchase */
                metric?: string | null;
                /** @example 2026-05-01 */
                to?: string | null;
            };
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeseriesResponse"];
                };
            };
            /** @description Success */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    exportComparison: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "project_ids": [
                 *         "7c0e5a52-1d7e-4f0a-9b54-000000000001",
                 *         "7c0e5a52-1d7e-4f0a-9b54-000000000002"
                 *       ],
                 *       "format": "markdown"
                 *     }
                 */
                "application/json": components["schemas"]["ComparisonExportRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    exportHtml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "executive_summary": "Checkout redesign: we test one page instead of three, among all buyers, for 12 days.",
                 *       "calculations": {
                 *         "sample_size_per_variant": 42000,
                 *         "total_sample_size": 84000,
                 *         "estimated_duration_days": 12,
                 *         "assumptions": [
                 *           "Two-sided test at alpha 0.05, power 0.8."
                 *         ],
                 *         "design_effect": null,
                 *         "clusters_per_variant": null
                 *       },
                 *       "experiment_design": {
                 *         "variants": [
                 *           {
                 *             "name": "A",
                 *             "description": "Control: everything stays as it is now."
                 *           },
                 *           {
                 *             "name": "B",
                 *             "description": "One page instead of three"
                 *           }
                 *         ],
                 *         "randomization_unit": "user",
                 *         "traffic_split": [
                 *           50,
                 *           50
                 *         ],
                 *         "target_audience": "All buyers",
                 *         "inclusion_criteria": "Signed in",
                 *         "exclusion_criteria": "Staff",
                 *         "recommended_duration_days": 12,
                 *         "stopping_conditions": [
                 *           "Stop when every variant has its planned size."
                 *         ]
                 *       },
                 *       "metrics_plan": {
                 *         "primary": [
                 *           "purchase"
                 *         ],
                 *         "secondary": [],
                 *         "guardrail": [
                 *           "refunds"
                 *         ],
                 *         "diagnostic": [
                 *           "Exposures a day"
                 *         ]
                 *       },
                 *       "guardrail_metrics": [
                 *         {
                 *           "name": "refunds",
                 *           "metric_type": "binary",
                 *           "baseline": 3,
                 *           "detectable_mde_pp": 0.33,
                 *           "detectable_mde_absolute": null,
                 *           "note": "A change of this size is seen with 80 % power."
                 *         }
                 *       ],
                 *       "risks": {
                 *         "statistical": [],
                 *         "product": [
                 *           "More refunds"
                 *         ],
                 *         "technical": [],
                 *         "operational": []
                 *       },
                 *       "recommendations": {
                 *         "before_launch": [
                 *           "Check the tracking."
                 *         ],
                 *         "during_test": [],
                 *         "after_test": []
                 *       },
                 *       "open_questions": [
                 *         "Does it hold outside of the EU?"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ExperimentReportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    exportHtmlStandalone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "project_name": "Checkout redesign",
                 *       "hypothesis": "Fewer steps raise the purchase rate",
                 *       "calculation": {
                 *         "calculation_summary": {
                 *           "metric_type": "binary",
                 *           "baseline_value": 0.042,
                 *           "mde_pct": 5,
                 *           "alpha": 0.05,
                 *           "power": 0.8
                 *         },
                 *         "results": {
                 *           "sample_size_per_variant": 145000,
                 *           "total_sample_size": 290000,
                 *           "estimated_duration_days": 41
                 *         }
                 *       },
                 *       "design": {
                 *         "randomization_unit": "user",
                 *         "traffic_split": [
                 *           50,
                 *           50
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StandaloneExportRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    exportMarkdown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "executive_summary": "Checkout redesign: we test one page instead of three, among all buyers, for 12 days.",
                 *       "calculations": {
                 *         "sample_size_per_variant": 42000,
                 *         "total_sample_size": 84000,
                 *         "estimated_duration_days": 12,
                 *         "assumptions": [
                 *           "Two-sided test at alpha 0.05, power 0.8."
                 *         ],
                 *         "design_effect": null,
                 *         "clusters_per_variant": null
                 *       },
                 *       "experiment_design": {
                 *         "variants": [
                 *           {
                 *             "name": "A",
                 *             "description": "Control: everything stays as it is now."
                 *           },
                 *           {
                 *             "name": "B",
                 *             "description": "One page instead of three"
                 *           }
                 *         ],
                 *         "randomization_unit": "user",
                 *         "traffic_split": [
                 *           50,
                 *           50
                 *         ],
                 *         "target_audience": "All buyers",
                 *         "inclusion_criteria": "Signed in",
                 *         "exclusion_criteria": "Staff",
                 *         "recommended_duration_days": 12,
                 *         "stopping_conditions": [
                 *           "Stop when every variant has its planned size."
                 *         ]
                 *       },
                 *       "metrics_plan": {
                 *         "primary": [
                 *           "purchase"
                 *         ],
                 *         "secondary": [],
                 *         "guardrail": [
                 *           "refunds"
                 *         ],
                 *         "diagnostic": [
                 *           "Exposures a day"
                 *         ]
                 *       },
                 *       "guardrail_metrics": [
                 *         {
                 *           "name": "refunds",
                 *           "metric_type": "binary",
                 *           "baseline": 3,
                 *           "detectable_mde_pp": 0.33,
                 *           "detectable_mde_absolute": null,
                 *           "note": "A change of this size is seen with 80 % power."
                 *         }
                 *       ],
                 *       "risks": {
                 *         "statistical": [],
                 *         "product": [
                 *           "More refunds"
                 *         ],
                 *         "technical": [],
                 *         "operational": []
                 *       },
                 *       "recommendations": {
                 *         "before_launch": [
                 *           "Check the tracking."
                 *         ],
                 *         "during_test": [],
                 *         "after_test": []
                 *       },
                 *       "open_questions": [
                 *         "Does it hold outside of the EU?"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ExperimentReportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    generateHypotheses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "project_context": {
                 *         "domain": "e-commerce",
                 *         "product_type": "web shop"
                 *       },
                 *       "business_problem": "Buyers leave at the second step",
                 *       "count": 3
                 *     }
                 */
                "application/json": components["schemas"]["HypothesisIdeationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HypothesisIdeationResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example u3Yk0vQ1T7eWc2mZ9aBxPg */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example u3Yk0vQ1T7eWc2mZ9aBxPg */
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyListResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "checkout service",
                 *       "scope": "write",
                 *       "rate_limit_requests": 600,
                 *       "rate_limit_window_seconds": 60
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyCreateRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreateResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000008 */
                api_key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyDeleteResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It does not go together with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000008 */
                api_key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "project_context": {
                 *         "domain": "e-commerce",
                 *         "product_type": "web shop"
                 *       },
                 *       "metrics": {
                 *         "primary_metric_name": "purchase",
                 *         "metric_type": "binary",
                 *         "baseline_value": 0.042,
                 *         "mde_pct": 5
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LlmAdviceRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LlmAdviceResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    testMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metrics": [
                 *         {
                 *           "label": "a",
                 *           "p_value": 0.01
                 *         },
                 *         {
                 *           "label": "b",
                 *           "p_value": 0.04
                 *         }
                 *       ],
                 *       "level": 0.05,
                 *       "method": "holm"
                 *     }
                 */
                "application/json": components["schemas"]["MultipleTestingRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultipleTestingResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @example true */
                include_archived?: boolean | null;
                /** @example 50 */
                limit?: number;
                /** @example all */
                metric_type?: "binary" | "continuous" | "ratio" | "count" | "all";
                /** @example 0 */
                offset?: number;
                /** @example checkout */
                q?: string | null;
                /** @example updated_at */
                sort_by?: "created_at" | "updated_at" | "name" | "duration_days";
                /** @example desc */
                sort_dir?: "asc" | "desc";
                /** @example active */
                status?: "active" | "archived" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectListResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ExperimentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It does not go together with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ExperimentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It was changed since: If-Match names another version */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDeleteResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It was changed since: If-Match names another version */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    recordAnalysis: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "calculations": {
                 *         "calculation_summary": {
                 *           "metric_type": "binary",
                 *           "baseline_value": 0.042,
                 *           "mde_pct": 5,
                 *           "mde_absolute": 0.0021000000000000003,
                 *           "alpha": 0.05,
                 *           "power": 0.8,
                 *           "planned_test": "z_test"
                 *         },
                 *         "results": {
                 *           "sample_size_per_variant": 146642,
                 *           "total_sample_size": 293284,
                 *           "effective_daily_traffic": 7200,
                 *           "estimated_duration_days": 41
                 *         },
                 *         "assumptions": [
                 *           "Pooled two-proportion z-test; baseline 0.042, planned rate 0.0441.",
                 *           "Two-sided test at alpha 0.05, power 0.8.",
                 *           "Users respond independently of each other, and each is counted once.",
                 *           "sample_size_per_variant takes equal arms; sample_sizes_by_variant follows the split."
                 *         ],
                 *         "warnings": [],
                 *         "sample_sizes_by_variant": [
                 *           146642,
                 *           146642
                 *         ],
                 *         "total_sample_size_for_split": 293284,
                 *         "duration_days_for_split": 41
                 *       },
                 *       "report": {
                 *         "executive_summary": "Checkout redesign: we test this change: one page instead of three. The test reads purchase among All buyers for 41 days, with 146642 users per variant.",
                 *         "calculations": {
                 *           "sample_size_per_variant": 146642,
                 *           "total_sample_size": 293284,
                 *           "estimated_duration_days": 41,
                 *           "assumptions": [
                 *             "Pooled two-proportion z-test; baseline 0.042, planned rate 0.0441.",
                 *             "Two-sided test at alpha 0.05, power 0.8.",
                 *             "Users respond independently of each other, and each is counted once.",
                 *             "sample_size_per_variant takes equal arms; sample_sizes_by_variant follows the split."
                 *           ]
                 *         },
                 *         "experiment_design": {
                 *           "variants": [
                 *             {
                 *               "name": "A",
                 *               "description": "Control: everything stays as it is now."
                 *             },
                 *             {
                 *               "name": "B",
                 *               "description": "One page instead of three"
                 *             }
                 *           ],
                 *           "randomization_unit": "user",
                 *           "traffic_split": [
                 *             50,
                 *             50
                 *           ],
                 *           "target_audience": "All buyers",
                 *           "inclusion_criteria": "Signed in",
                 *           "exclusion_criteria": "Staff",
                 *           "recommended_duration_days": 41,
                 *           "stopping_conditions": [
                 *             "Stop when every variant has its planned size, and the last week is whole.",
                 *             "Stop earlier only when a guardrail is breached, the shares of the variants do not fit, or the planned rule says so."
                 *           ]
                 *         },
                 *         "metrics_plan": {
                 *           "primary": [
                 *             "purchase"
                 *           ],
                 *           "secondary": [],
                 *           "guardrail": [],
                 *           "diagnostic": [
                 *             "Share of users per variant (sample-ratio check)",
                 *             "Exposures and events a day, by variant",
                 *             "Events that come late, twice, or without a user"
                 *           ]
                 *         },
                 *         "guardrail_metrics": [],
                 *         "risks": {
                 *           "statistical": [
                 *             "No statistical risk was found in the design."
                 *           ],
                 *           "product": [
                 *             "More purchases, no more refunds"
                 *           ],
                 *           "technical": [
                 *             "No technical constraint was named: check the tracking in every variant before the start."
                 *           ],
                 *           "operational": [
                 *             "No operational risk was named: agree who watches the test, and who may stop it."
                 *           ]
                 *         },
                 *         "recommendations": {
                 *           "before_launch": [
                 *             "Check the assignment, the exposure events and the primary metric with test users in every variant."
                 *           ],
                 *           "during_test": [
                 *             "Watch the share of users per variant and the guardrails; do not judge the primary metric before its look.",
                 *             "Do not change variants, split or audience while the test runs."
                 *           ],
                 *           "after_test": [
                 *             "Read the planned analysis once, and decide by the rule that was set before the start.",
                 *             "Write down the result, also when it shows no effect, and what to test next."
                 *           ]
                 *         },
                 *         "open_questions": [
                 *           "The purchase rate",
                 *           "Does the result hold beyond this market: EU?"
                 *         ]
                 *       },
                 *       "advice": {
                 *         "available": false,
                 *         "provider": "local_orchestrator",
                 *         "model": "none",
                 *         "advice": null,
                 *         "raw_text": null,
                 *         "error": "Advice is not part of this version.",
                 *         "error_code": "request_error"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AnalysisResponseInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It does not go together with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    archiveProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectArchiveResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It was changed since: If-Match names another version */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    recordExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "markdown"
                 *     }
                 */
                "application/json": components["schemas"]["ProjectExportMarkRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It does not go together with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getProjectHistory: {
        parameters: {
            query?: {
                /** @example 20 */
                analysis_limit?: number;
                /** @example 0 */
                analysis_offset?: number;
                /** @example 20 */
                export_limit?: number;
                /** @example 0 */
                export_offset?: number;
            };
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectHistoryResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getProjectReportCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getProjectReportPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getProjectReportXlsx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    restoreProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It was changed since: If-Match names another version */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @example 20 */
                limit?: number;
                /** @example 0 */
                offset?: number;
            };
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRevisionHistoryResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    restoreRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                project_id: string;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000005 */
                revision_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It was changed since: If-Match names another version */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    compareProjects: {
        parameters: {
            query: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000001 */
                base_id: string;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000003 */
                base_run_id?: string | null;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000002 */
                candidate_id: string;
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000004 */
                candidate_run_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectComparisonResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    compareManyProjects: {
        parameters: {
            query?: {
                /** @example false */
                include_monte_carlo?: boolean;
                /** @example 42 */
                monte_carlo_seed?: number | null;
                /** @example 10000 */
                monte_carlo_simulations?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "project_ids": [
                 *         "7c0e5a52-1d7e-4f0a-9b54-000000000001",
                 *         "7c0e5a52-1d7e-4f0a-9b54-000000000002"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MultiProjectComparisonRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MultiProjectComparisonResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzeResults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metric_type": "binary",
                 *       "binary": {
                 *         "control_conversions": 120,
                 *         "control_users": 1000,
                 *         "treatment_conversions": 150,
                 *         "treatment_users": 1000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ResultsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzeCategorical: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "table": [
                 *         [
                 *           30,
                 *           20,
                 *           10
                 *         ],
                 *         [
                 *           15,
                 *           25,
                 *           30
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CategoricalResultsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoricalResultsResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzeOmnibus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "test_type": "welch_anova",
                 *       "groups": [
                 *         [
                 *           1,
                 *           2,
                 *           3,
                 *           4
                 *         ],
                 *         [
                 *           2,
                 *           3,
                 *           4,
                 *           6
                 *         ],
                 *         [
                 *           5,
                 *           6,
                 *           7,
                 *           9
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OmnibusResultsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OmnibusResultsResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzePaired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "test_type": "paired_t",
                 *       "control_values": [
                 *         5,
                 *         6,
                 *         7,
                 *         8
                 *       ],
                 *       "treatment_values": [
                 *         6,
                 *         8,
                 *         7,
                 *         9
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PairedResultsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairedResultsResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzeRatio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "control_arm": {
                 *         "numerators": [
                 *           1,
                 *           2,
                 *           0,
                 *           3,
                 *           1
                 *         ],
                 *         "denominators": [
                 *           10,
                 *           12,
                 *           8,
                 *           15,
                 *           9
                 *         ]
                 *       },
                 *       "treatment_arm": {
                 *         "numerators": [
                 *           2,
                 *           3,
                 *           1,
                 *           4,
                 *           2
                 *         ],
                 *         "denominators": [
                 *           11,
                 *           13,
                 *           9,
                 *           14,
                 *           10
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RatioResultsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    analyzeSurvival: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "control_arm": {
                 *         "durations": [
                 *           1,
                 *           3,
                 *           5,
                 *           7,
                 *           9,
                 *           11
                 *         ],
                 *         "events_observed": [
                 *           true,
                 *           true,
                 *           false,
                 *           true,
                 *           true,
                 *           false
                 *         ]
                 *       },
                 *       "treatment_arm": {
                 *         "durations": [
                 *           2,
                 *           6,
                 *           8,
                 *           10,
                 *           12,
                 *           14
                 *         ],
                 *         "events_observed": [
                 *           true,
                 *           false,
                 *           true,
                 *           true,
                 *           false,
                 *           true
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SurvivalResultsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurvivalResultsResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getSdkConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SdkConfigResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    calculateSensitivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "metric_type": "binary",
                 *       "baseline_rate": 4.2,
                 *       "mde_values": [
                 *         5,
                 *         10
                 *       ],
                 *       "power_values": [
                 *         0.8,
                 *         0.9
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SensitivityRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitivityResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    simulateBandit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "arm_rates": [
                 *         0.04,
                 *         0.05
                 *       ],
                 *       "horizon": 500,
                 *       "num_simulations": 100,
                 *       "seed": 7
                 *     }
                 */
                "application/json": components["schemas"]["BanditSimulationRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BanditSimulationResponse"];
                };
            };
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getSlackStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackStatus"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    checkSrm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "observed_counts": [
                 *         5000,
                 *         5300
                 *       ],
                 *       "expected_fractions": [
                 *         0.5,
                 *         0.5
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SrmCheckRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SrmCheckResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateListResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Our checkout",
                 *       "description": "Split and guardrails as we always use them",
                 *       "payload": {
                 *         "project": {
                 *           "project_name": "Checkout redesign",
                 *           "domain": "e-commerce",
                 *           "product_type": "web shop",
                 *           "platform": "web",
                 *           "market": "EU",
                 *           "project_description": "One-page checkout"
                 *         },
                 *         "hypothesis": {
                 *           "change_description": "One page instead of three",
                 *           "target_audience": "All buyers",
                 *           "business_problem": "Buyers leave at the second step",
                 *           "hypothesis_statement": "Fewer steps raise the purchase rate",
                 *           "what_to_validate": "The purchase rate",
                 *           "desired_result": "More purchases, no more refunds"
                 *         },
                 *         "setup": {
                 *           "experiment_type": "ab",
                 *           "randomization_unit": "user",
                 *           "traffic_split": [
                 *             50,
                 *             50
                 *           ],
                 *           "expected_daily_traffic": 12000,
                 *           "audience_share_in_test": 0.6,
                 *           "variants_count": 2,
                 *           "inclusion_criteria": "Signed in",
                 *           "exclusion_criteria": "Staff"
                 *         },
                 *         "metrics": {
                 *           "primary_metric_name": "purchase",
                 *           "metric_type": "binary",
                 *           "baseline_value": 0.042,
                 *           "mde_pct": 5,
                 *           "alpha": 0.05,
                 *           "power": 0.8
                 *         },
                 *         "constraints": {
                 *           "seasonality_present": false,
                 *           "active_campaigns_present": false,
                 *           "returning_users_present": true,
                 *           "interference_risk": "low",
                 *           "technical_constraints": "",
                 *           "legal_or_ethics_constraints": "",
                 *           "known_risks": "",
                 *           "deadline_pressure": "low",
                 *           "long_test_possible": true
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TemplateCreateRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000006 */
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    deleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000006 */
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDeleteResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    useTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000006 */
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookListResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Release channel",
                 *       "target_url": "https://hooks.example.com/verdict",
                 *       "secret": "a long random text",
                 *       "format": "generic",
                 *       "event_filter": [
                 *         "decision.changed",
                 *         "srm.detected"
                 *       ],
                 *       "scope": "global"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSubscriptionCreateRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSubscriptionRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000007 */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSubscriptionRecord"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000007 */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeleteResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000007 */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSubscriptionUpdateRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSubscriptionRecord"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @example 50 */
                limit?: number;
                /** @example pending */
                status?: "pending" | "retrying" | "delivered" | "failed" | null;
            };
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000007 */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryListResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7c0e5a52-1d7e-4f0a-9b54-000000000007 */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTestResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    exportWorkspace: {
        parameters: {
            query?: {
                /** @example execution */
                include?: "execution";
                /** @example 4 */
                version?: 3 | 4;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceBundle"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    importWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schema_version": 1,
                 *       "generated_at": "2026-05-01T09:00:00Z",
                 *       "projects": [
                 *         {
                 *           "id": "checkout",
                 *           "project_name": "Checkout redesign",
                 *           "payload_schema_version": 1,
                 *           "created_at": "2026-04-01T09:00:00Z",
                 *           "updated_at": "2026-04-02T09:00:00Z",
                 *           "payload": {
                 *             "project": {
                 *               "project_name": "Checkout redesign",
                 *               "domain": "e-commerce",
                 *               "product_type": "web shop",
                 *               "platform": "web",
                 *               "market": "EU",
                 *               "project_description": "One-page checkout"
                 *             },
                 *             "hypothesis": {
                 *               "change_description": "One page instead of three",
                 *               "target_audience": "All buyers",
                 *               "business_problem": "Buyers leave at the second step",
                 *               "hypothesis_statement": "Fewer steps raise the purchase rate",
                 *               "what_to_validate": "The purchase rate",
                 *               "desired_result": "More purchases, no more refunds"
                 *             },
                 *             "setup": {
                 *               "experiment_type": "ab",
                 *               "randomization_unit": "user",
                 *               "traffic_split": [
                 *                 50,
                 *                 50
                 *               ],
                 *               "expected_daily_traffic": 12000,
                 *               "audience_share_in_test": 0.6,
                 *               "variants_count": 2,
                 *               "inclusion_criteria": "Signed in",
                 *               "exclusion_criteria": "Staff"
                 *             },
                 *             "metrics": {
                 *               "primary_metric_name": "purchase",
                 *               "metric_type": "binary",
                 *               "baseline_value": 0.042,
                 *               "mde_pct": 5,
                 *               "alpha": 0.05,
                 *               "power": 0.8
                 *             },
                 *             "constraints": {
                 *               "seasonality_present": false,
                 *               "active_campaigns_present": false,
                 *               "returning_users_present": true,
                 *               "interference_risk": "low",
                 *               "technical_constraints": "",
                 *               "legal_or_ethics_constraints": "",
                 *               "known_risks": "",
                 *               "deadline_pressure": "low",
                 *               "long_test_possible": true
                 *             }
                 *           }
                 *         }
                 *       ],
                 *       "analysis_runs": [],
                 *       "export_events": []
                 *     }
                 */
                "application/json": components["schemas"]["WorkspaceBundle"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceImportResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description It does not go together with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Not now; Retry-After says when to come back */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    validateWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schema_version": 1,
                 *       "generated_at": "2026-05-01T09:00:00Z",
                 *       "projects": [
                 *         {
                 *           "id": "checkout",
                 *           "project_name": "Checkout redesign",
                 *           "payload_schema_version": 1,
                 *           "created_at": "2026-04-01T09:00:00Z",
                 *           "updated_at": "2026-04-02T09:00:00Z",
                 *           "payload": {
                 *             "project": {
                 *               "project_name": "Checkout redesign",
                 *               "domain": "e-commerce",
                 *               "product_type": "web shop",
                 *               "platform": "web",
                 *               "market": "EU",
                 *               "project_description": "One-page checkout"
                 *             },
                 *             "hypothesis": {
                 *               "change_description": "One page instead of three",
                 *               "target_audience": "All buyers",
                 *               "business_problem": "Buyers leave at the second step",
                 *               "hypothesis_statement": "Fewer steps raise the purchase rate",
                 *               "what_to_validate": "The purchase rate",
                 *               "desired_result": "More purchases, no more refunds"
                 *             },
                 *             "setup": {
                 *               "experiment_type": "ab",
                 *               "randomization_unit": "user",
                 *               "traffic_split": [
                 *                 50,
                 *                 50
                 *               ],
                 *               "expected_daily_traffic": 12000,
                 *               "audience_share_in_test": 0.6,
                 *               "variants_count": 2,
                 *               "inclusion_criteria": "Signed in",
                 *               "exclusion_criteria": "Staff"
                 *             },
                 *             "metrics": {
                 *               "primary_metric_name": "purchase",
                 *               "metric_type": "binary",
                 *               "baseline_value": 0.042,
                 *               "mde_pct": 5,
                 *               "alpha": 0.05,
                 *               "power": 0.8
                 *             },
                 *             "constraints": {
                 *               "seasonality_present": false,
                 *               "active_campaigns_present": false,
                 *               "returning_users_present": true,
                 *               "interference_risk": "low",
                 *               "technical_constraints": "",
                 *               "legal_or_ethics_constraints": "",
                 *               "known_risks": "",
                 *               "deadline_pressure": "low",
                 *               "long_test_possible": true
                 *             }
                 *           }
                 *         }
                 *       ],
                 *       "analysis_runs": [],
                 *       "export_events": []
                 *     }
                 */
                "application/json": components["schemas"]["WorkspaceBundle"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceValidationResponse"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
        };
    };
    getLivez: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessResponse"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The credential may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
        };
    };
    runSlackCommand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "projects",
                 *       "user_id": "U024BE7LH",
                 *       "team_id": "T0001",
                 *       "trigger_id": "13345224609.738474920"
                 *     }
                 */
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackMessage"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackUnconfigured"];
                };
            };
        };
    };
    handleSlackEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "url_verification",
                 *       "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmd"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackEventAnswer"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackUnconfigured"];
                };
            };
        };
    };
    installSlack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackUnconfigured"];
                };
            };
        };
    };
    handleSlackAction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": "{\"user\":{\"id\":\"U024BE7LH\"},\"team\":{\"id\":\"T0001\"},\"actions\":[{\"action_id\":\"approve_analysis\",\"value\":\"7c0e5a52-1d7e-4f0a-9b54-000000000001\"}]}"
                 *     }
                 */
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackMessage"];
                };
            };
            /** @description A credential is missing or unknown */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The body is not of the type that is asked for */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Too many requests; Retry-After says when to come back */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Error */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackUnconfigured"];
                };
            };
        };
    };
    finishSlackInstall: {
        parameters: {
            query?: {
                /** @example 7403512.9215 */
                code?: string;
                /** @example fT0pXh3oUqk2sYc8 */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackInstalled"];
                };
            };
            /** @description The request is understood and can not be carried out */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description The request does not fit the schema; detail names every fault */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
            /** @description Error */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            /** @description Success */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlackUnconfigured"];
                };
            };
        };
    };
}
