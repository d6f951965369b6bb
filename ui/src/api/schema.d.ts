export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Session
         * @description Who asks, and what answers.
         */
        get: operations["session_api_v1_session_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Parks
         * @description All parks of the viewer.
         */
        get: operations["parks_api_v1_parks_get"];
        put?: never;
        /**
         * Begin Park
         * @description Start with an example park; in a folder of parks it gets a folder of its own.
         */
        post: operations["begin_park_api_v1_parks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Park
         * @description A park with its tree and warnings.
         */
        get: operations["park_api_v1_parks__park_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Series
         * @description All years of a park or member.
         */
        get: operations["series_api_v1_parks__park_id__series_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/inventory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inventory
         * @description One inventory: a cut through the flow graph.
         */
        get: operations["inventory_api_v1_parks__park_id__inventory_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drivers
         * @description Why emissions changed, and what a regression may say.
         */
        get: operations["drivers_api_v1_parks__park_id__drivers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/pathway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pathway
         * @description Scenarios with peak and targets.
         */
        get: operations["pathway_api_v1_parks__park_id__pathway_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/figures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figure
         * @description The proof of a figure.
         */
        get: operations["figure_api_v1_parks__park_id__figures__key__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions
         * @description All saved versions, the newest first.
         */
        get: operations["versions_api_v1_parks__park_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tables
         * @description The tables of a park.
         */
        get: operations["tables_api_v1_parks__park_id__tables_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Table
         * @description One table as written.
         */
        get: operations["table_api_v1_parks__park_id__tables__table__get"];
        /**
         * Save
         * @description Save these rows as a new version.
         */
        put: operations["save_api_v1_parks__park_id__tables__table__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/tables/{table}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What saving these rows would do.
         */
        post: operations["preview_api_v1_parks__park_id__tables__table__preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workbook
         * @description The park as one workbook, to fill in and import again.
         */
        get: operations["workbook_api_v1_parks__park_id__workbook_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description What an uploaded workbook, or archive of a folder, would change.
         */
        post: operations["upload_api_v1_parks__park_id__import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/import/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take
         * @description Save an upload as a new version.
         */
        put: operations["take_api_v1_parks__park_id__import__upload_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report
         * @description Start making report files.
         */
        post: operations["report_api_v1_parks__park_id__reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Job List
         * @description The latest jobs.
         */
        get: operations["job_list_api_v1_jobs_get"];
        put?: never;
        post?: never;
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
         * Job
         * @description One job.
         */
        get: operations["job_api_v1_jobs__job_id__get"];
        put?: never;
        post?: never;
        /**
         * Cancel
         * @description Call a job off.
         */
        delete: operations["cancel_api_v1_jobs__job_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Job File
         * @description A finished file, as a download.
         */
        get: operations["job_file_api_v1_jobs__job_id__files__name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Subjects
         * @description Fuels and carriers of the catalogue.
         */
        get: operations["subjects_api_v1_factors_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Factors
         * @description All values of a subject with document and clause.
         */
        get: operations["factors_api_v1_factors__subject__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calc
         * @description One number now, cited; nothing is saved.
         */
        post: operations["calc_api_v1_calc_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Methods
         * @description The accounting methods there are.
         */
        get: operations["methods_api_v1_methods_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/citations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Citations
         * @description All documents of the catalogue.
         */
        get: operations["citations_api_v1_citations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Curve
         * @description The load curve of a channel, a member, a system or the park; `to` is the last day shown.
         */
        get: operations["curve_api_v1_parks__park_id__readings_curve_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/heat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Heat
         * @description What was used in each hour of each day; `to` is the last day shown.
         */
        get: operations["heat_api_v1_parks__park_id__readings_heat_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels
         * @description Members and channels with last reading, completeness and score.
         */
        get: operations["channels_api_v1_parks__park_id__readings_channels_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quality
         * @description Channels, the worst first, with what to mend.
         */
        get: operations["quality_api_v1_parks__park_id__readings_quality_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/measured": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measured
         * @description Measured fuels of one year: batches, stocks, parts, balances, stacks.
         */
        get: operations["measured_api_v1_parks__park_id__measured_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Guide
         * @description The six steps as they stand; found again each time, so that they go on anywhere.
         */
        get: operations["guide_api_v1_parks__park_id__guide_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quality
         * @description Completeness, what the missing is worth, and data-quality grades.
         */
        get: operations["quality_api_v1_parks__park_id__quality_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Park Systems
         * @description The five systems with the state of each kind of data.
         */
        get: operations["park_systems_api_v1_parks__park_id__systems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All Systems
         * @description The five systems and the 13 kinds of data, without a park.
         */
        get: operations["all_systems_api_v1_systems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/templates/{system}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Template
         * @description A system's template for a park, to fill in.
         */
        get: operations["template_api_v1_parks__park_id__templates__system__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Template
         * @description What merging a filled template would change; save it as any upload.
         */
        post: operations["take_template_api_v1_parks__park_id__templates_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Store a decision with its reason as a new version.
         */
        post: operations["decide_api_v1_parks__park_id__decisions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policies
         * @description Policies that answer a question, newest first.
         */
        get: operations["policies_api_v1_knowledge_policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy
         * @description A policy, clause by clause.
         */
        get: operations["policy_api_v1_knowledge_policies__policy_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Options
         * @description Options whose code or name holds every word.
         */
        get: operations["options_api_v1_knowledge_options_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/options/{option_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Option
         * @description All of an option on a day, each number with its document.
         */
        get: operations["option_api_v1_knowledge_options__option_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/methods/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare
         * @description Two methods on the records of a park or member, each difference explained.
         */
        get: operations["compare_api_v1_parks__park_id__methods_compare_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/drivers/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Split
         * @description The change between two years by the factors of an identity.
         */
        get: operations["split_api_v1_parks__park_id__drivers_split_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/drivers/decoupling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Decoupling
         * @description Whether emissions parted from output, year by year.
         */
        get: operations["decoupling_api_v1_parks__park_id__drivers_decoupling_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/drivers/regression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Regression
         * @description A regression on the park's published totals, behind the verdict.
         */
        get: operations["regression_api_v1_parks__park_id__drivers_regression_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/drivers/which": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which
         * @description Which method the park's own data allow.
         */
        get: operations["which_api_v1_parks__park_id__drivers_which_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Table
         * @description What a table holds, with cells that cannot be read.
         */
        post: operations["table_api_v1_explain_table_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain/lmdi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lmdi
         * @description A long table taken apart without residue.
         */
        post: operations["lmdi_api_v1_explain_lmdi_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain/regress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Regress
         * @description A regression on a table, behind the verdict.
         */
        post: operations["regress_api_v1_explain_regress_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain/decoupling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decoupling
         * @description Whether the emissions of a table parted from its output.
         */
        post: operations["decoupling_api_v1_explain_decoupling_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain/which": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which
         * @description Which method a table allows, and why.
         */
        post: operations["which_api_v1_explain_which_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readings
         * @description Readings as stored now, pending ones included.
         */
        get: operations["readings_api_v1_parks__park_id__readings_get"];
        put?: never;
        /**
         * Push
         * @description Store readings; answered once they are durable.
         *
         *     One JSON object a line: `channel`, `at` (ISO 8601, local without an offset, or
         *     seconds since 1970), `value`. The same key with the same readings is answered as
         *     the first time; with others it is refused.
         */
        post: operations["push_api_v1_parks__park_id__readings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readings History
         * @description Values that were replaced: what they were, who replaced them, when, why.
         */
        get: operations["readings_history_api_v1_parks__park_id__readings_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description Keep a file of readings and propose how to read it; nothing is loaded.
         */
        post: operations["upload_api_v1_parks__park_id__readings_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/files/{upload_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What loading the file by this map would give; nothing is loaded.
         */
        post: operations["preview_api_v1_parks__park_id__readings_files__upload_id__preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/files/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take
         * @description Load the file by this map.
         */
        put: operations["take_api_v1_parks__park_id__readings_files__upload_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/readings/files/{upload_id}/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Marked
         * @description The file as a workbook with its faulty cells marked, as the last preview found them.
         */
        get: operations["marked_api_v1_parks__park_id__readings_files__upload_id__marked_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/inventories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inventories
         * @description All kept inventories with their versions.
         */
        get: operations["inventories_api_v1_parks__park_id__inventories_get"];
        put?: never;
        /**
         * Keep
         * @description Keep an inventory as it comes out now.
         */
        post: operations["keep_api_v1_parks__park_id__inventories_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/inventories/{inventory_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inventory Versions
         * @description One kept inventory with its versions.
         */
        get: operations["inventory_versions_api_v1_parks__park_id__inventories__inventory_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/inventories/{inventory_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inventory Version
         * @description A version as it was kept.
         */
        get: operations["inventory_version_api_v1_parks__park_id__inventories__inventory_id__versions__version__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/inventories/{inventory_id}/versions/{version}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Accept a restated version.
         */
        post: operations["accept_api_v1_parks__park_id__inventories__inventory_id__versions__version__accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/inventories/{inventory_id}/bridge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inventory Bridge
         * @description What changed between two versions; without numbers, the last one and the one before.
         */
        get: operations["inventory_bridge_api_v1_parks__park_id__inventories__inventory_id__bridge_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/base-year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Base Year
         * @description The base year, and whether it has to be recalculated.
         */
        get: operations["base_year_api_v1_parks__park_id__base_year_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare
         * @description A year beside the year before; without years, the last two.
         */
        get: operations["compare_api_v1_parks__park_id__compare_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scenario Tree
         * @description Scenarios of a park's tree side by side.
         */
        get: operations["scenario_tree_api_v1_parks__park_id__scenarios_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/scenarios/wedges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scenario Wedges
         * @description The difference of two scenarios by driver and sector.
         */
        get: operations["scenario_wedges_api_v1_parks__park_id__scenarios_wedges_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Diagnosis
         * @description Distances to targets, what binds, levers, and what the data cannot say.
         */
        get: operations["diagnosis_api_v1_parks__park_id__diagnosis_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/scope2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Both Views
         * @description Purchased energy of a park or member in both views.
         */
        get: operations["both_views_api_v1_parks__park_id__scope2_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carbon Picture
         * @description Where the carbon of a year, month, day or hour comes from, and where it ends.
         */
        get: operations["carbon_picture_api_v1_parks__park_id__trace_picture_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carbon Members
         * @description What each member emitted, got and passed on in a span; the largest first.
         */
        get: operations["carbon_members_api_v1_parks__park_id__trace_statements_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/members/{member_id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carbon Statement
         * @description A member's carbon statement of a month: bought, got, passed on, emitted, eliminated.
         */
        get: operations["carbon_statement_api_v1_parks__park_id__trace_members__member_id__statement_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carbon Map
         * @description Nodes of a carrier by how clean their mix is, and what flows between them.
         */
        get: operations["carbon_map_api_v1_parks__park_id__trace_map_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/nodes/{node_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carbon Node
         * @description A node's day: intensity by hour, and the shares of its sources.
         */
        get: operations["carbon_node_api_v1_parks__park_id__trace_nodes__node_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/members/{member_id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Day
         * @description A member's day: when it emits, gets and passes on, and how clean what it gets is.
         */
        get: operations["member_day_api_v1_parks__park_id__trace_members__member_id__day_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/green-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Green Ledger
         * @description Who owns which green power in each hour of a day, of the park or of one member.
         */
        get: operations["green_ledger_api_v1_parks__park_id__trace_green_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Park Transfers
         * @description What members of a park pass on to each other, and what remains with each.
         */
        get: operations["park_transfers_api_v1_parks__park_id__trace_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carbon Network
         * @description Intensity of every member's mix in a month, and what flows between members.
         */
        get: operations["carbon_network_api_v1_parks__park_id__trace_network_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Day Of Park
         * @description A day of a park hour by hour, or one hour of it; of all members, or one's card.
         *
         *     The month is traced and kept when it is first asked for; after that any hour is read.
         */
        get: operations["day_of_park_api_v1_parks__park_id__trace_hours_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/green": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Green Of Park
         * @description Who owns which green power in each hour of a day.
         */
        get: operations["green_of_park_api_v1_parks__park_id__trace_green_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/joint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Joint Of Park
         * @description What power and heat of joint plants carry under every rule.
         */
        get: operations["joint_of_park_api_v1_parks__park_id__trace_joint_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/trace/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Member Carbon
         * @description A member's card: from whom, to whom, how much, how clean, month by month.
         */
        get: operations["member_carbon_api_v1_parks__park_id__trace_members__member_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Flow Of Tables
         * @description Trace tables of hours; all faults of all tables together.
         */
        post: operations["flow_of_tables_api_v1_trace_flow_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange Of Table
         * @description Carbon embodied in the trade of a table.
         */
        post: operations["exchange_of_table_api_v1_trace_exchange_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace/byproducts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Byproducts Of Table
         * @description By-products and waste heat of a table, booked on both sides by one rule.
         */
        post: operations["byproducts_of_table_api_v1_trace_byproducts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/uncertainty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uncertainty
         * @description What a year's figures are worth, and what to mend first.
         */
        get: operations["uncertainty_api_v1_parks__park_id__uncertainty_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parks/{park_id}/zero-carbon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Zero Carbon
         * @description The whole park beside a set of zero-carbon indicators.
         */
        get: operations["zero_carbon_api_v1_parks__park_id__zero_carbon_get"];
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
        /**
         * AcceptOrder
         * @description Why a restated version is accepted.
         */
        AcceptOrder: {
            /**
             * Why
             * @default
             */
            why: string;
        };
        /**
         * AskView
         * @description An expected stream: on record, decided away, or still asked.
         */
        AskView: {
            /** Expected */
            expected: string;
            label: components["schemas"]["Text"];
            question: components["schemas"]["Text"];
            /** System */
            system: string;
            /** Scope */
            scope: number;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /**
             * State
             * @enum {string}
             */
            state: "recorded" | "decided" | "asked";
            /** Records */
            records: number;
            /** Assets */
            assets: string[];
            /** Table */
            table: string;
            /** Reason */
            reason: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decided On */
            decided_on: string | null;
        };
        /**
         * Assumption
         * @description One stated assumption of a scenario.
         */
        Assumption: {
            /** Branch */
            branch: string;
            /** Quantity */
            quantity: string;
            /** Year */
            year: number;
            /** Value */
            value: number;
            /** Low */
            low: number | null;
            /** High */
            high: number | null;
            /** Unit */
            unit: string;
            /** Cite */
            cite: string;
            /** Note */
            note: string;
            /** Is Own */
            is_own: boolean;
        };
        /**
         * Band
         * @description A carrier or sector over the years, in the unit of the whole.
         */
        Band: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Values */
            values: number[];
        };
        /**
         * BaseYear
         * @description The base year as kept, as it comes out now, and whether the difference is significant.
         */
        BaseYear: {
            /** Base Year */
            base_year: number | null;
            /** Threshold */
            threshold: number;
            /** Threshold Cite */
            threshold_cite: string;
            threshold_note: components["schemas"]["Text"];
            /** Inventory Id */
            inventory_id: string | null;
            /** Kept Version */
            kept_version: number | null;
            kept_t: components["schemas"]["Figure"] | null;
            now_t: components["schemas"]["Figure"] | null;
            /** Change */
            change: number | null;
            /** Is Significant */
            is_significant: boolean | null;
            /** Left T */
            left_t: number | null;
            /** Structure T */
            structure_t: number | null;
            finding: components["schemas"]["Text"];
        };
        /**
         * BasisView
         * @description Emissions per energy counted in one way.
         */
        BasisView: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Cite */
            cite: string;
            co2: components["schemas"]["Figure"] | null;
            energy: components["schemas"]["Figure"] | null;
            ratio: components["schemas"]["Figure"] | null;
            /** Steps */
            steps: components["schemas"]["StepView"][];
            /** Parts */
            parts: components["schemas"]["PartView"][];
            /** Gaps */
            gaps: components["schemas"]["GapView"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
            /** Obstacles */
            obstacles: components["schemas"]["Text"][];
        };
        /**
         * BeginOrder
         * @description Which of the parks that come with tanlu to start from.
         */
        BeginOrder: {
            /**
             * Example
             * @enum {string}
             */
            example: "minimal" | "ganzhou" | "opulent" | "empty";
        };
        /**
         * Begun
         * @description The park that is there now.
         */
        Begun: {
            /** Park Id */
            park_id: string;
        };
        /**
         * BenchmarkView
         * @description A zero-carbon indicator beside its limit.
         */
        BenchmarkView: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Unit */
            unit: string;
            /**
             * Sense
             * @enum {string}
             */
            sense: "at_most" | "at_least";
            /** Cite */
            cite: string;
            value: components["schemas"]["Figure"] | null;
            /** Limit */
            limit: number | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "met" | "missed" | "open" | "unknown";
        };
        /** Body_preview_api_v1_parks__park_id__readings_files__upload_id__preview_post */
        Body_preview_api_v1_parks__park_id__readings_files__upload_id__preview_post: {
            /** Map */
            map: string;
        };
        /** Body_take_api_v1_parks__park_id__import__upload_id__put */
        Body_take_api_v1_parks__park_id__import__upload_id__put: {
            /** Base Version */
            base_version: number;
            /**
             * Why
             * @default
             */
            why: string;
        };
        /** Body_take_api_v1_parks__park_id__readings_files__upload_id__put */
        Body_take_api_v1_parks__park_id__readings_files__upload_id__put: {
            /** Map */
            map: string;
            /**
             * Why
             * @default
             */
            why: string;
        };
        /** Body_take_template_api_v1_parks__park_id__templates_post */
        Body_take_template_api_v1_parks__park_id__templates_post: {
            /** File */
            file: string;
        };
        /** Body_upload_api_v1_parks__park_id__import_post */
        Body_upload_api_v1_parks__park_id__import_post: {
            /** File */
            file: string;
        };
        /** Body_upload_api_v1_parks__park_id__readings_files_post */
        Body_upload_api_v1_parks__park_id__readings_files_post: {
            /** File */
            file: string;
        };
        /**
         * BookedEnterprise
         * @description What an enterprise books and saves by all its exchanges. [t]
         */
        BookedEnterprise: {
            /** Booked T */
            booked_t: number;
            /** Credit T */
            credit_t: number;
        };
        /**
         * BookedPair
         * @description What both sides of an exchange book, and what each saves. [t]
         */
        BookedPair: {
            /** Pair */
            pair: string;
            /** Rule */
            rule: string;
            /** Giver */
            giver: string;
            /** Taker */
            taker: string;
            /** Giver T */
            giver_t: number;
            /** Taker T */
            taker_t: number;
            /** Giver Credit T */
            giver_credit_t: number;
            /** Taker Credit T */
            taker_credit_t: number;
        };
        /**
         * BoughtLine
         * @description Purchased energy of one record in both views.
         */
        BoughtLine: {
            /** Line Id */
            line_id: string;
            /** Record Id */
            record_id: string;
            start: components["schemas"]["Text"];
            end: components["schemas"]["Text"];
            carrier: components["schemas"]["Text"];
            origin: components["schemas"]["Text"] | null;
            /** Period */
            period: string;
            /** Amount */
            amount: number;
            /** Amount Unit */
            amount_unit: string;
            /** Is Internal */
            is_internal: boolean;
            location: components["schemas"]["Figure"];
            market: components["schemas"]["Figure"];
            /** Steps */
            steps: components["schemas"]["MarketStep"][];
        };
        /**
         * Bridge
         * @description A difference, split exactly into causes.
         */
        Bridge: {
            old: components["schemas"]["Figure"];
            new: components["schemas"]["Figure"];
            difference: components["schemas"]["Figure"];
            /** Parts */
            parts: components["schemas"]["BridgePart"][];
            /** By Carrier */
            by_carrier: components["schemas"]["CarrierBridge"][];
            /** Changes */
            changes: components["schemas"]["FactorChange"][];
            /** Items */
            items: components["schemas"]["BridgeItem"][];
            /** Item Count */
            item_count: number;
            old_rules: components["schemas"]["BridgeRules"];
            new_rules: components["schemas"]["BridgeRules"];
            sentence: components["schemas"]["Text"];
        };
        /**
         * BridgeItem
         * @description A record, or a stream of a year, that differs. [t CO2e]
         */
        BridgeItem: {
            /** Kind */
            kind: string;
            kind_label: components["schemas"]["Text"];
            /** Table */
            table: string;
            /** Record Id */
            record_id: string | null;
            /** Row */
            row: number | null;
            /** Period */
            period: string | null;
            /** Gas */
            gas: string;
            /** Scope */
            scope: number;
            /** Stream */
            stream: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            /** Unit */
            unit: string | null;
            /** Old Amount */
            old_amount: number | null;
            /** New Amount */
            new_amount: number | null;
            /** Old T */
            old_t: number;
            /** New T */
            new_t: number;
            change: components["schemas"]["Figure"];
            /** Activity T */
            activity_t: number;
            /** Factor T */
            factor_t: number;
            /** Method T */
            method_t: number;
            /** Boundary T */
            boundary_t: number;
        };
        /**
         * BridgePart
         * @description A cause and what it comes to.
         */
        BridgePart: {
            /**
             * Cause
             * @enum {string}
             */
            cause: "activity" | "factor" | "method" | "boundary";
            label: components["schemas"]["Text"];
            co2_t: components["schemas"]["Figure"];
            /** Of */
            of: components["schemas"]["KindSum"][];
        };
        /**
         * BridgeRules
         * @description By which rules a side was computed.
         */
        BridgeRules: {
            /** Method */
            method: string;
            /** Gwp Set */
            gwp_set: string;
            /** Catalog Digest */
            catalog_digest: string;
        };
        /**
         * ByproductsOfTable
         * @description By-products and waste heat, booked once on both sides. [t]
         */
        ByproductsOfTable: {
            /** Pairs */
            pairs: components["schemas"]["BookedPair"][];
            /** Enterprises */
            enterprises: {
                [key: string]: components["schemas"]["BookedEnterprise"];
            };
            /** Emitted T */
            emitted_t: number;
            /** Avoided T */
            avoided_t: number;
            /** Closing Error */
            closing_error: number;
        };
        /**
         * CarbonBalanceView
         * @description Carbon into and out of a member [t C], and what is emitted.
         */
        CarbonBalanceView: {
            /** Balance Id */
            balance_id: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Period */
            period: string;
            /** Carbon In */
            carbon_in: number;
            /** Carbon Out */
            carbon_out: number;
            net: components["schemas"]["Figure"];
            co2: components["schemas"]["Figure"];
            /** Terms */
            terms: components["schemas"]["CarbonTermView"][];
        };
        /**
         * CarbonDay
         * @description A day by hour, as columns; `spread` is the part of its carbon that follows no meter.
         */
        CarbonDay: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Month */
            month: string | null;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** Version */
            version: number;
            /** Hours */
            hours: string[];
            /** Spread */
            spread: number;
            /** Mass Unit */
            mass_unit: string;
            /** Members */
            members: components["schemas"]["DayOfMember"][];
            /** Transfers */
            transfers: components["schemas"]["DayOfTransfer"][];
            /** Nodes */
            nodes: components["schemas"]["DayOfNode"][];
        };
        /**
         * CarbonMap
         * @description A carrier's network in a span.
         */
        CarbonMap: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            /** Carrier Id */
            carrier_id: string;
            /** Carriers */
            carriers: components["schemas"]["NamedCarrier"][];
            finding: components["schemas"]["Text"];
            /** Nodes */
            nodes: components["schemas"]["MapNode"][];
            /** Branches */
            branches: components["schemas"]["MapBranch"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
        };
        /**
         * CarbonMembers
         * @description Statements of the largest members; all less what is eliminated is the park.
         */
        CarbonMembers: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            total: components["schemas"]["Figure"];
            members_sum: components["schemas"]["Figure"];
            eliminated: components["schemas"]["Figure"];
            sent_out: components["schemas"]["Figure"];
            /** Members */
            members: components["schemas"]["CarbonStatement"][];
            /** Left Out */
            left_out: number;
        };
        /**
         * CarbonNetwork
         * @description A month of all networks.
         */
        CarbonNetwork: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Month */
            month: string | null;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** Version */
            version: number;
            /** Months */
            months: string[];
            /** Nodes */
            nodes: components["schemas"]["NetworkNode"][];
            /** Links */
            links: components["schemas"]["CarbonTransfer"][];
        };
        /**
         * CarbonNode
         * @description A node's day: how clean, how much, from which sources.
         */
        CarbonNode: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            /** Node Id */
            node_id: string;
            name: components["schemas"]["Text"];
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            through: components["schemas"]["Figure"];
            intensity: components["schemas"]["Figure"];
            by_hour: components["schemas"]["NodeHours"];
            /** Sources */
            sources: components["schemas"]["SourceShare"][];
        };
        /**
         * CarbonPicture
         * @description From sources over members to where carbon ends: without circles, ready to be drawn.
         */
        CarbonPicture: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            total: components["schemas"]["Figure"];
            closing: components["schemas"]["Figure"];
            finding: components["schemas"]["Text"];
            /** Nodes */
            nodes: components["schemas"]["PictureNode"][];
            /** Links */
            links: components["schemas"]["PictureLink"][];
            /** Left Out */
            left_out: number;
            /** Notes */
            notes: components["schemas"]["Text"][];
        };
        /**
         * CarbonStatement
         * @description What a member emitted, bought, received, passed on, and what remains.
         *
         *     `own` = direct + bought + received - given; over all members it is the park's total.
         *     `booked` is scopes 1 and 2 as the member books them, `eliminated` its supply by members.
         */
        CarbonStatement: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            direct: components["schemas"]["Figure"];
            bought: components["schemas"]["Figure"];
            received: components["schemas"]["Figure"];
            given: components["schemas"]["Figure"];
            own: components["schemas"]["Figure"];
            booked: components["schemas"]["Figure"];
            eliminated: components["schemas"]["Figure"];
            sent_out: components["schemas"]["Figure"];
        };
        /**
         * CarbonTermView
         * @description One row of a carbon mass balance.
         */
        CarbonTermView: {
            /**
             * Side
             * @enum {string}
             */
            side: "input" | "output";
            /** Material */
            material: string;
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
            /** Content */
            content: number;
            carbon: components["schemas"]["Figure"];
            /** Destination */
            destination: string | null;
            /** Record Id */
            record_id: string;
        };
        /**
         * CarbonTransfer
         * @description Energy of one carrier that passes from one to another, and the carbon in it.
         */
        CarbonTransfer: {
            /** From Id */
            from_id: string;
            start: components["schemas"]["Text"];
            /** To Id */
            to_id: string;
            end: components["schemas"]["Text"];
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            /** Is Spread */
            is_spread: boolean;
            /** Records */
            records: string[];
            amount: components["schemas"]["Figure"];
            carbon: components["schemas"]["Figure"];
            booked: components["schemas"]["Figure"];
            intensity: components["schemas"]["Figure"];
        };
        /**
         * CarrierBridge
         * @description Old, new and the causes for one carrier. [t CO2e]
         */
        CarrierBridge: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Old T */
            old_t: number;
            /** New T */
            new_t: number;
            /** Activity T */
            activity_t: number;
            /** Factor T */
            factor_t: number;
            /** Method T */
            method_t: number;
            /** Boundary T */
            boundary_t: number;
        };
        /**
         * CarrierHours
         * @description What a member got of a carrier by hour, and how clean it was.
         */
        CarrierHours: {
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            /** Unit */
            unit: string;
            /** Amount */
            amount: (number | null)[];
            /** Intensity */
            intensity: (number | null)[];
        };
        /**
         * CertificateView
         * @description A certificate: issued, used, left. [MWh]
         */
        CertificateView: {
            /** Certificate Id */
            certificate_id: string;
            kind: components["schemas"]["Text"];
            group: components["schemas"]["Text"];
            /** Year */
            year: number;
            /** State */
            state: string;
            state_label: components["schemas"]["Text"];
            issued: components["schemas"]["Figure"];
            used: components["schemas"]["Figure"];
            surplus: components["schemas"]["Figure"];
            /** Cite */
            cite: string;
            document: components["schemas"]["CitationView"] | null;
        };
        /**
         * ChangePreview
         * @description What saving would do.
         */
        ChangePreview: {
            /** Added */
            added: number;
            /** Removed */
            removed: number;
            /** Changed */
            changed: number;
            /** Faults */
            faults: components["schemas"]["FaultView"][];
            /** Is Savable */
            is_savable: boolean;
            /** Totals */
            totals: components["schemas"]["Delta"][];
            /** Restated */
            restated: components["schemas"]["RestatedView"][];
            /** Current Version */
            current_version: number;
        };
        /**
         * ChannelNode
         * @description A channel with its quality over the months shown.
         */
        ChannelNode: {
            /** Channel Id */
            channel_id: string;
            name: components["schemas"]["Text"];
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Parent Id */
            parent_id: string | null;
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"] | null;
            /** Unit */
            unit: string;
            /** Kind */
            kind: string;
            /** Role */
            role: string;
            /** Minutes */
            minutes: number;
            /** Last */
            last: string | null;
            completeness: components["schemas"]["Figure"];
            score: components["schemas"]["Figure"];
            /** Missing */
            missing: number;
            /** Flags */
            flags: components["schemas"]["FlagCount"][];
            mend: components["schemas"]["Text"] | null;
        };
        /**
         * ChannelTree
         * @description Members, and the channels asked for; `found` may be more than are listed.
         */
        ChannelTree: {
            /** Park Id */
            park_id: string;
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Extent */
            extent: string[];
            /** Zone */
            zone: string;
            /** Lags */
            lags: boolean;
            /** Members */
            members: components["schemas"]["MemberOfChannels"][];
            /** Channels */
            channels: components["schemas"]["ChannelNode"][];
            /** Found */
            found: number;
        };
        /**
         * Choice
         * @description Something that can be asked for.
         */
        Choice: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
        };
        /**
         * CitationView
         * @description A document.
         */
        CitationView: {
            /** Citation Id */
            citation_id: string;
            title: components["schemas"]["Text"];
            issuer: components["schemas"]["Text"];
            /** Number */
            number: string | null;
            /** Published On */
            published_on: string | null;
            /** Status */
            status: string;
            /** Read */
            read: string;
            /** Note */
            note: string | null;
        };
        /**
         * ClauseTarget
         * @description The number that a clause sets.
         */
        ClauseTarget: {
            label: components["schemas"]["Text"];
            /** Sense */
            sense: string;
            /** Value */
            value: number;
            /** Unit */
            unit: string;
            /** Year */
            year: number | null;
        };
        /**
         * ColumnView
         * @description One column of a table, as the grid needs it.
         */
        ColumnView: {
            /** Name */
            name: string;
            label: components["schemas"]["Text"];
            help: components["schemas"]["Text"];
            /** Kind */
            kind: string;
            /** Is Required */
            is_required: boolean;
            /** Choices */
            choices: string[];
            /** Example */
            example: string;
        };
        /**
         * ContributionView
         * @description An input with its share of the total's variance; shares sum to one.
         */
        ContributionView: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "activity" | "factor";
            name: components["schemas"]["Text"];
            /** Subject */
            subject: string;
            /** Quantity */
            quantity: string;
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            /**
             * Basis
             * @enum {string}
             */
            basis: "exact" | "stated" | "default" | "assumption" | "unknown";
            basis_label: components["schemas"]["Text"];
            distribution: components["schemas"]["Text"] | null;
            /** Lower Pct */
            lower_pct: number | null;
            /** Upper Pct */
            upper_pct: number | null;
            /** Cite */
            cite: string;
            /** Status */
            status: string;
            /** Document */
            document: string;
            /** Factor Id */
            factor_id: string | null;
            /** Table */
            table: string | null;
            /** Row */
            row: number | null;
            /** Records */
            records: string[];
            /** Channel */
            channel: string | null;
            /** Quality */
            quality: string | null;
            /** First */
            first: number;
            /** Share */
            share: number;
            /** Tonnes */
            tonnes: number;
        };
        /**
         * ConverterHour
         * @description What a plant's carbon is in an hour, and what a unit of each output carries.
         */
        ConverterHour: {
            /** Hour */
            hour: number | string;
            /** Carbon T */
            carbon_t: number;
            /** Outputs */
            outputs: {
                [key: string]: number | null;
            };
        };
        /**
         * ConverterLedger
         * @description The ledger of a plant, and the rule by which its outputs share.
         */
        ConverterLedger: {
            /** Rule */
            rule: string;
            /** Hours */
            hours: components["schemas"]["ConverterHour"][];
        };
        /**
         * CurvePoints
         * @description Points as columns; null where nothing was read. `low` and `high` bound what is behind.
         */
        CurvePoints: {
            /** Start */
            start: string[];
            /** Mean */
            mean: (number | null)[];
            /** Low */
            low: (number | null)[];
            /** High */
            high: (number | null)[];
            /** Missing */
            missing: number[];
            /** Marks */
            marks: components["schemas"]["MarkedPoint"][];
        };
        /**
         * DataShape
         * @description What the advisor read from the data.
         */
        DataShape: {
            /** Periods */
            periods: number;
            /** Categories */
            categories: number;
            /** Factors */
            factors: number;
            /** Has Zeros */
            has_zeros: boolean;
            /** Turns */
            turns: boolean;
            /** Dof */
            dof: number;
            /** Verdict */
            verdict: string;
            /** Worst Inflation */
            worst_inflation: number | null;
            /** Observations */
            observations: number;
            /** Enterprises */
            enterprises: number;
        };
        /**
         * DayOfMember
         * @description A member's statement by hour; `key` opens what remains with it in the month.
         */
        DayOfMember: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Key */
            key: string;
            /** Direct */
            direct: (number | null)[];
            /** Bought */
            bought: (number | null)[];
            /** Received */
            received: (number | null)[];
            /** Given */
            given: (number | null)[];
            /** Own */
            own: (number | null)[];
        };
        /**
         * DayOfNode
         * @description A member's mix of a carrier by hour; null where nothing flows.
         */
        DayOfNode: {
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Amount Unit */
            amount_unit: string;
            /** Through */
            through: (number | null)[];
            /** Intensity */
            intensity: (number | null)[];
        };
        /**
         * DayOfTransfer
         * @description A transfer by hour: amount in its unit, carbon in `mass_unit`.
         */
        DayOfTransfer: {
            /** From Id */
            from_id: string;
            start: components["schemas"]["Text"];
            /** To Id */
            to_id: string;
            end: components["schemas"]["Text"];
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            /** Amount Unit */
            amount_unit: string;
            /** Amount */
            amount: (number | null)[];
            /** Carbon */
            carbon: (number | null)[];
        };
        /**
         * DecisionOrder
         * @description That a stream does not exist here, or that the boundary stands, and why.
         */
        DecisionOrder: {
            /** Base Version */
            base_version: number;
            /** Expected */
            expected: string;
            /**
             * Member Id
             * @default
             */
            member_id: string;
            /** Year */
            year?: number | null;
            /**
             * Answer
             * @default not_applicable
             * @enum {string}
             */
            answer: "not_applicable" | "confirmed";
            /** Reason */
            reason: string;
        };
        /**
         * DecouplingCause
         * @description What one factor adds to the elasticity; they sum to it.
         */
        DecouplingCause: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            elasticity: components["schemas"]["Figure"];
        };
        /**
         * DecouplingPoint
         * @description Two years: relative changes, elasticity, state, causes and chances.
         */
        DecouplingPoint: {
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            output_change: components["schemas"]["Figure"];
            emission_change: components["schemas"]["Figure"];
            elasticity: components["schemas"]["Figure"];
            state: components["schemas"]["DecouplingState"];
            /** Causes */
            causes: components["schemas"]["DecouplingCause"][];
            /** Chances */
            chances: components["schemas"]["StateChance"][];
        };
        /**
         * DecouplingQuestion
         * @description A table of periods: its columns, and how sure they are (95 %, in percent).
         */
        DecouplingQuestion: {
            /**
             * Name
             * @default table.csv
             */
            name: string;
            /** Text */
            text: string;
            /** Co2 */
            co2: string;
            /** Output */
            output: string;
            /**
             * Energy
             * @default
             */
            energy: string;
            /**
             * Co2 Error
             * @default 0
             */
            co2_error: number;
            /**
             * Output Error
             * @default 0
             */
            output_error: number;
        };
        /**
         * DecouplingState
         * @description One of Tapio's states, its name and what happened in plain words.
         */
        DecouplingState: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            meaning: components["schemas"]["Text"];
        };
        /**
         * Delta
         * @description A year's total before and after a change.
         */
        Delta: {
            /** Year */
            year: number;
            /** Before T */
            before_t: number | null;
            /** After T */
            after_t: number | null;
        };
        /**
         * Diagnosis
         * @description A park's diagnosis.
         */
        Diagnosis: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Year */
            year: number;
            /** End Year */
            end_year: number;
            /** Is Own */
            is_own: boolean;
            answer: components["schemas"]["Text"];
            total: components["schemas"]["Figure"];
            /** Distances */
            distances: components["schemas"]["DistanceView"][];
            /** Binds */
            binds: string | null;
            binds_why: components["schemas"]["Text"] | null;
            /** Levers */
            levers: components["schemas"]["PlanLever"][];
            /** Lever Year */
            lever_year: number;
            drivers: components["schemas"]["DriverStep"] | null;
            /** Benchmarks */
            benchmarks: components["schemas"]["BenchmarkView"][];
            /** Members */
            members: components["schemas"]["MemberOwn"][];
            /** Unsaid */
            unsaid: components["schemas"]["UnsaidView"][];
            /** Policies */
            policies: components["schemas"]["PolicyCited"][];
        };
        /**
         * DistanceView
         * @description A target beside today and every scenario; `pace` is the change a year it asks for.
         */
        DistanceView: {
            /** Target Id */
            target_id: string;
            label: components["schemas"]["Text"];
            /** Indicator */
            indicator: string;
            /** Year */
            year: number;
            /** Limit */
            limit: number;
            /** Unit */
            unit: string;
            /** Cite */
            cite: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "met" | "within_reach" | "missed" | "open";
            /** Pace */
            pace: number | null;
            now: components["schemas"]["Figure"] | null;
            gap: components["schemas"]["Figure"] | null;
            /** Scenarios */
            scenarios: components["schemas"]["ReachedView"][];
        };
        /**
         * DriverChange
         * @description A change between two years: by factor, by enterprise, by carrier; each sums to it.
         */
        DriverChange: {
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            start: components["schemas"]["Figure"];
            end: components["schemas"]["Figure"];
            total: components["schemas"]["Figure"];
            /** Effects */
            effects: components["schemas"]["Effect"][];
            /** By Member */
            by_member: components["schemas"]["Effect"][];
            /** By Carrier */
            by_carrier: components["schemas"]["Effect"][];
            /** Closing Error */
            closing_error: number;
        };
        /**
         * DriverSlope
         * @description A driver of a regression; `scaled` is per standard deviation; null where refused.
         */
        DriverSlope: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Slope */
            slope: number | null;
            /** Scaled */
            scaled: number | null;
            /** Vif */
            vif: number | null;
            /** Standard Error */
            standard_error: number | null;
        };
        /**
         * DriverSplit
         * @description A park's change taken apart: first against last, step by step, and summed up.
         */
        DriverSplit: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Identity */
            identity: string;
            /** Formula */
            formula: string;
            /** Identities */
            identities: components["schemas"]["IdentityChoice"][];
            /** Years */
            years: number[];
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            basis: components["schemas"]["Text"];
            /** Notes */
            notes: components["schemas"]["Text"][];
            whole: components["schemas"]["DriverChange"];
            /** Steps */
            steps: components["schemas"]["DriverChange"][];
            /** Running */
            running: components["schemas"]["RunningEffects"][];
            finding: components["schemas"]["Text"];
            chain_finding: components["schemas"]["Text"];
        };
        /**
         * DriverStep
         * @description What moved emissions over the accounted years.
         */
        DriverStep: {
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            /** Effects */
            effects: components["schemas"]["Figure"][];
            total: components["schemas"]["Figure"];
        };
        /**
         * DriverView
         * @description What a part adds to the distance from the limit: emissions less its allowance.
         */
        DriverView: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            co2: components["schemas"]["Figure"];
            excess: components["schemas"]["Figure"];
        };
        /**
         * Drivers
         * @description Decomposition and regression verdict, side by side.
         */
        Drivers: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            basis: components["schemas"]["Text"];
            /** Steps */
            steps: components["schemas"]["Step"][];
            verdict: components["schemas"]["Verdict"];
            finding: components["schemas"]["Text"];
        };
        /**
         * Effect
         * @description One driver's share of a change.
         */
        Effect: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            co2_t: components["schemas"]["Figure"];
        };
        /**
         * EnergyBalance
         * @description Energy of a carrier that a member passes on; kept is own use and losses.
         */
        EnergyBalance: {
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            came: components["schemas"]["Figure"];
            out: components["schemas"]["Figure"];
            kept: components["schemas"]["Figure"];
        };
        /**
         * ExactLine
         * @description Slopes that all fit equally well, by their place on the line.
         */
        ExactLine: {
            /** At */
            at: number[];
            /** Slopes */
            slopes: components["schemas"]["LineSlope"][];
        };
        /**
         * ExampleView
         * @description A row of the example park; never data.
         */
        ExampleView: {
            /** Table */
            table: string;
            /** Cells */
            cells: {
                [key: string]: string;
            };
        };
        /**
         * ExchangeOfTable
         * @description Carbon in what enterprises sell: t per unit sold, and three views of the same tonnes.
         */
        ExchangeOfTable: {
            /** Multipliers */
            multipliers: {
                [key: string]: number | null;
            };
            /** Final Product */
            final_product: {
                [key: string]: number;
            };
            /** Income */
            income: {
                [key: string]: number;
            };
            shared: components["schemas"]["Shared"];
            /** Imports */
            imports?: {
                [key: string]: number;
            } | null;
            /** Income Of Imports */
            income_of_imports?: {
                [key: string]: number;
            } | null;
            /** Warnings */
            warnings: components["schemas"]["FaultView"][];
        };
        /**
         * FactorChange
         * @description A factor that differs; `co2_t` is null where it cannot be told apart. [t CO2e]
         */
        FactorChange: {
            /** Cause */
            cause: string;
            /** Subject */
            subject: string;
            subject_label: components["schemas"]["Text"];
            /** Quantity */
            quantity: string;
            quantity_label: components["schemas"]["Text"];
            /** Gas */
            gas: string;
            old: components["schemas"]["TakenFactor"] | null;
            new: components["schemas"]["TakenFactor"] | null;
            /** Lines */
            lines: number;
            /** Co2 T */
            co2_t: number | null;
        };
        /**
         * FactorLine
         * @description The emission factor at the places of the points; from a channel, or constant.
         */
        FactorLine: {
            label: components["schemas"]["Text"];
            /** Unit */
            unit: string;
            /** Values */
            values: (number | null)[];
            /** Channel */
            channel: string;
            figure: components["schemas"]["Figure"];
        };
        /**
         * FactorView
         * @description A factor value with its document, clause and the way it was found.
         */
        FactorView: {
            /** Factor Id */
            factor_id: string;
            /** Subject */
            subject: string;
            subject_label: components["schemas"]["Text"];
            /** Quantity */
            quantity: string;
            quantity_label: components["schemas"]["Text"];
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            /** Lower */
            lower: number | null;
            /** Upper */
            upper: number | null;
            /** Printed */
            printed: string | null;
            /** Place */
            place: string;
            /** Series */
            series: string;
            /** Valid From */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            citation: components["schemas"]["CitationView"];
            /** Clause */
            clause: string;
            /** Status */
            status: string;
            /** Note */
            note: string | null;
            /** Found */
            found?: string | null;
            found_label?: components["schemas"]["Text"] | null;
            /** Alternatives */
            alternatives?: components["schemas"]["FactorView"][];
        };
        /**
         * FaultView
         * @description One fault of a load: what, where, way out, in both languages.
         */
        FaultView: {
            /** Code */
            code: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "error" | "warning";
            /** Table */
            table: string | null;
            /** Row */
            row: number | null;
            /** Column */
            column: string | null;
            where: components["schemas"]["Text"];
            what: components["schemas"]["Text"];
            fix: components["schemas"]["Text"];
        };
        /**
         * Figure
         * @description A number that opens: `key` leads to its proof (`/figures/{key}`).
         */
        Figure: {
            /** Key */
            key: string;
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            label: components["schemas"]["Text"];
            /** Lower */
            lower?: number | null;
            /** Upper */
            upper?: number | null;
        };
        /**
         * FlagCount
         * @description A flag and how many readings carry it.
         */
        FlagCount: {
            /** Flag */
            flag: string;
            label: components["schemas"]["Text"];
            /** Count */
            count: number;
        };
        /**
         * FlowHour
         * @description An hour: intensity of nodes [t/MWh], carbon of loads and losses [t].
         *
         *     `lost_by_source` where the generators bear what is lost.
         */
        FlowHour: {
            /** Hour */
            hour: number | string;
            /** Nodes */
            nodes: {
                [key: string]: number | null;
            };
            /** Loads */
            loads: {
                [key: string]: number;
            };
            /** Losses T */
            losses_t: number;
            /** Closing Error */
            closing_error: number;
            /** Lost By Source */
            lost_by_source?: {
                [key: string]: number;
            } | null;
        };
        /**
         * FlowOfTables
         * @description Tables traced hour by hour.
         */
        FlowOfTables: {
            /** Loss */
            loss: string;
            /** Hours */
            hours: components["schemas"]["FlowHour"][];
            /** Stores */
            stores?: {
                [key: string]: components["schemas"]["StoreLedger"];
            } | null;
            /** Converters */
            converters?: {
                [key: string]: components["schemas"]["ConverterLedger"];
            } | null;
            reconciled?: components["schemas"]["Moved"] | null;
            /** Market */
            market?: components["schemas"]["MarketHour"][] | null;
            /** Shares */
            shares?: components["schemas"]["SharesHour"][] | null;
            /** Meter */
            meter?: components["schemas"]["MeterHour"][] | null;
            /** Rules */
            rules?: components["schemas"]["RuleOfFlow"][] | null;
            /** Warnings */
            warnings: components["schemas"]["FaultView"][];
        };
        /**
         * FlowQuestion
         * @description Tables by name (flows, sources, loads; stores, storage …) as CSV text, and what is asked.
         *
         *     `meter_class` in % lets meters be moved until nodes balance; 0 demands that they do.
         */
        FlowQuestion: {
            /** Tables */
            tables: {
                [key: string]: string;
            };
            /**
             * Loss
             * @default sink
             * @enum {string}
             */
            loss: "gross" | "sink" | "net";
            /**
             * Meter Class
             * @default 0
             */
            meter_class: number;
            /**
             * Shares
             * @default false
             */
            shares: boolean;
            /**
             * Meter
             * @default
             */
            meter: string;
            /**
             * Rules
             * @default false
             */
            rules: boolean;
        };
        /**
         * FormulaView
         * @description A formula as text, as LaTeX and with the numbers put in.
         */
        FormulaView: {
            /** Code */
            code: string;
            /** Text */
            text: string;
            /** Latex */
            latex: string;
            /** Numbers */
            numbers: string;
            /** Citation */
            citation: string;
            /** Symbols */
            symbols: {
                [key: string]: components["schemas"]["Text"];
            };
        };
        /**
         * FuelBatchView
         * @description An analysis as weighed, by unit of the mean: heat [GJ], carbon as received [t C].
         */
        FuelBatchView: {
            /** Record Id */
            record_id: string;
            /** Row */
            row: number;
            /** Amount */
            amount: number;
            /** Weight */
            weight: number;
            /** Ncv */
            ncv: number | null;
            /** Content */
            content: number | null;
        };
        /**
         * FuelMeanView
         * @description A weighted mean of batches, and the records that take it.
         */
        FuelMeanView: {
            /** Mean Id */
            mean_id: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Period */
            period: string;
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            /** Unit */
            unit: string;
            /** Values */
            values: components["schemas"]["Figure"][];
            /** Weighed */
            weighed: number;
            /** Used */
            used: number | null;
            /** Records */
            records: string[];
            /** Batches */
            batches: components["schemas"]["FuelBatchView"][];
        };
        /**
         * FuelPartView
         * @description A part of a fuel's records: component, biogenic carbon or feedstock.
         */
        FuelPartView: {
            /** Record Id */
            record_id: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            part: components["schemas"]["Text"];
            component: components["schemas"]["Text"] | null;
            fate: components["schemas"]["Text"] | null;
            amount: components["schemas"]["Figure"];
            /** Whole */
            whole: number;
            /** Share */
            share: number | null;
            /** Records */
            records: string[];
        };
        /**
         * FuelStockItem
         * @description One item of a stock, in the stock's unit.
         */
        FuelStockItem: {
            /** Item */
            item: string;
            label: components["schemas"]["Text"];
            /** Amount */
            amount: number;
            /** Record Id */
            record_id: string;
        };
        /**
         * FuelStockView
         * @description A stock of a period beside what is recorded; `is_taken` where nothing else is.
         */
        FuelStockView: {
            /** Balance Id */
            balance_id: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Period */
            period: string;
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            /** Unit */
            unit: string;
            /** Items */
            items: components["schemas"]["FuelStockItem"][];
            used: components["schemas"]["Figure"];
            /** Recorded */
            recorded: number | null;
            /** Difference */
            difference: number | null;
            /** Is Taken */
            is_taken: boolean;
            /** Records */
            records: string[];
        };
        /**
         * GapView
         * @description A limit beside a figure; `amount` above zero when missed.
         */
        GapView: {
            limit: components["schemas"]["LimitView"];
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "met" | "missed" | "open" | "unknown";
            /** Is Certain Class */
            is_certain_class: boolean;
            amount: components["schemas"]["Figure"] | null;
            closes: components["schemas"]["Figure"] | null;
        };
        /**
         * GradedLine
         * @description A line with its data-quality grade.
         */
        GradedLine: {
            /** Line Id */
            line_id: string;
            /** Record Id */
            record_id: string;
            carrier: components["schemas"]["Text"];
            member: components["schemas"]["Text"];
            /** Period */
            period: string;
            co2_t: components["schemas"]["Figure"];
            grade: components["schemas"]["Figure"];
            band: components["schemas"]["Text"] | null;
            /** Activity */
            activity: number | null;
            /** Factor */
            factor: number | null;
        };
        /**
         * GreenColumns
         * @description Power by hour: used, owned by kind, not covered; and what is over. [MWh]
         */
        GreenColumns: {
            /** Used */
            used: (number | null)[];
            /** Own */
            own: (number | null)[];
            /** Store */
            store: (number | null)[];
            /** Contract */
            contract: (number | null)[];
            /** Certificate */
            certificate: (number | null)[];
            /** Open */
            open: (number | null)[];
            /** Over */
            over: (number | null)[];
        };
        /**
         * GreenDay
         * @description Green power of a day: each kWh owned once, in its hour.
         */
        GreenDay: {
            /** Park Id */
            park_id: string;
            /** Level */
            level: string;
            /** Hours */
            hours: string[];
            /** Members */
            members: components["schemas"]["GreenMember"][];
            /** Sources */
            sources: components["schemas"]["GreenSource"][];
        };
        /**
         * GreenGiver
         * @description A source or certificate: what it gave this day, and what of it nobody owns. [MWh]
         */
        GreenGiver: {
            /** Source */
            source: string;
            name: components["schemas"]["Text"];
            /** Given */
            given: number;
            /** Over */
            over: number;
        };
        /**
         * GreenLedger
         * @description Who owns which green kWh: `given` is what is owned and what is over.
         */
        GreenLedger: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            /** Member Id */
            member_id: string | null;
            by_hour: components["schemas"]["GreenColumns"];
            sums: components["schemas"]["GreenSums"];
            given: components["schemas"]["Figure"];
            over: components["schemas"]["Figure"];
            /** Members */
            members: components["schemas"]["GreenOfMember"][];
            /** Left Out */
            left_out: number;
            /** Sources */
            sources: components["schemas"]["GreenGiver"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
        };
        /**
         * GreenMember
         * @description Power that a member used, and what of it is green and its own, by hour. [MWh]
         */
        GreenMember: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Used */
            used: (number | null)[];
            /** Own */
            own: (number | null)[];
            /** Store */
            store: (number | null)[];
            /** Contract */
            contract: (number | null)[];
            /** Certificate */
            certificate: (number | null)[];
            /** Open */
            open: (number | null)[];
        };
        /**
         * GreenOfMember
         * @description The day's sums of a member.
         */
        GreenOfMember: {
            used: components["schemas"]["Figure"];
            own: components["schemas"]["Figure"];
            store: components["schemas"]["Figure"];
            contract: components["schemas"]["Figure"];
            certificate: components["schemas"]["Figure"];
            open: components["schemas"]["Figure"];
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
        };
        /**
         * GreenSource
         * @description What nobody owns of a source, by hour. [MWh]
         */
        GreenSource: {
            /** Source */
            source: string;
            /** Unclaimed */
            unclaimed: (number | null)[];
        };
        /**
         * GreenSums
         * @description The same over the day.
         */
        GreenSums: {
            used: components["schemas"]["Figure"];
            own: components["schemas"]["Figure"];
            store: components["schemas"]["Figure"];
            contract: components["schemas"]["Figure"];
            certificate: components["schemas"]["Figure"];
            open: components["schemas"]["Figure"];
        };
        /**
         * Guide
         * @description The guided job of figure 1: six steps, and the one to go on with.
         */
        Guide: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Next */
            next: number | null;
            /** Steps */
            steps: components["schemas"]["GuideStep"][];
        };
        /**
         * GuideStep
         * @description One of the six steps as the park stands.
         */
        GuideStep: {
            /** Step */
            step: number;
            /** Code */
            code: string;
            title: components["schemas"]["Text"];
            /**
             * State
             * @enum {string}
             */
            state: "done" | "open" | "blocked";
            says: components["schemas"]["Text"];
            /** Numbers */
            numbers: components["schemas"]["Figure"][];
            /** Todo */
            todo: components["schemas"]["GuideTodo"][];
            /** Faults */
            faults: components["schemas"]["FaultView"][];
        };
        /**
         * GuideTodo
         * @description One thing to do next; `expected` and `member` name what may be decided.
         */
        GuideTodo: {
            says: components["schemas"]["Text"];
            /** Table */
            table: string | null;
            /** Expected */
            expected: string | null;
            /** Member */
            member: string | null;
        };
        /**
         * HeatMap
         * @description Amounts by local day (outer) and hour (24 inner); null: absent. `partial`: day, hour.
         */
        HeatMap: {
            /** Park Id */
            park_id: string;
            subject: components["schemas"]["SubjectOfReadings"];
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Zone */
            zone: string;
            /** Extent */
            extent: string[];
            /** Unit */
            unit: string;
            facts: components["schemas"]["ReadingFacts"];
            finding: components["schemas"]["Text"];
            /** Notes */
            notes: components["schemas"]["Text"][];
            /** Lags */
            lags: boolean;
            /**
             * What
             * @enum {string}
             */
            what: "energy" | "carbon";
            /** Days */
            days: string[];
            /** Cells */
            cells: (number | null)[][];
            /** Partial */
            partial: number[][];
            /** Greatest */
            greatest: number | null;
            co2: components["schemas"]["Figure"] | null;
        };
        /**
         * HoldingView
         * @description A table that takes up a kind of data, and what its rows have fixed.
         */
        HoldingView: {
            /** Table */
            table: string;
            /** Fixed */
            fixed: {
                [key: string]: string;
            };
        };
        /**
         * IdentityChoice
         * @description A way to write emissions as products; `reason` says why the years do not allow it.
         */
        IdentityChoice: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Formula */
            formula: string;
            reason: components["schemas"]["Text"] | null;
        };
        /**
         * ImportPreview
         * @description What an uploaded workbook would change, table by table.
         */
        ImportPreview: {
            /** Upload Id */
            upload_id: string;
            /** Park Id */
            park_id: string;
            /** Is New */
            is_new: boolean;
            /** Is Savable */
            is_savable: boolean;
            /** Tables */
            tables: components["schemas"]["ImportTable"][];
            /** Faults */
            faults: components["schemas"]["FaultView"][];
            /** Totals */
            totals: components["schemas"]["Delta"][];
            /** Restated */
            restated: components["schemas"]["RestatedView"][];
            /** Current Version */
            current_version: number;
        };
        /**
         * ImportTable
         * @description One table of an uploaded workbook.
         */
        ImportTable: {
            /** Table */
            table: string;
            label: components["schemas"]["Text"];
            /** Rows */
            rows: number;
            /** Added */
            added: number;
            /** Removed */
            removed: number;
            /** Changed */
            changed: number;
        };
        /**
         * IndicatorView
         * @description One indicator: definition, figure, gaps, what drives it.
         */
        IndicatorView: {
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "core" | "guide" | "principle";
            label: components["schemas"]["Text"];
            /** Unit */
            unit: string;
            /**
             * Sense
             * @enum {string}
             */
            sense: "at_most" | "at_least";
            definition: components["schemas"]["Text"];
            numerator: components["schemas"]["Text"];
            denominator: components["schemas"]["Text"];
            /** Cite */
            cite: string;
            /** Status */
            status: string;
            figure: components["schemas"]["Figure"] | null;
            /** Steps */
            steps: components["schemas"]["StepView"][];
            /** Missing */
            missing: components["schemas"]["MissingRecord"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
            /** Gaps */
            gaps: components["schemas"]["GapView"][];
            /** Drivers */
            drivers: components["schemas"]["DriverView"][];
            /** Levers */
            levers: components["schemas"]["LeverView"][];
        };
        /**
         * Inventory
         * @description A cut through the flow graph, summed.
         */
        Inventory: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Boundary */
            boundary: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            total: components["schemas"]["Figure"];
            /** By Scope */
            by_scope: components["schemas"]["Slice"][];
            /** By Stream */
            by_stream: components["schemas"]["Slice"][];
            /** By Carrier */
            by_carrier: components["schemas"]["Slice"][];
            /** By System */
            by_system: components["schemas"]["Slice"][];
            /** By Member */
            by_member: components["schemas"]["Slice"][];
            /** By Gas */
            by_gas: components["schemas"]["Slice"][];
            elimination: components["schemas"]["Figure"];
            exported: components["schemas"]["Figure"];
            energy: components["schemas"]["Figure"];
            intensity: components["schemas"]["Figure"] | null;
            energy_intensity: components["schemas"]["Figure"] | null;
            /** Quality */
            quality: components["schemas"]["Slice"][];
            /** Missing */
            missing: components["schemas"]["FaultView"][];
            /** Lines */
            lines: components["schemas"]["Line"][];
        };
        /**
         * Job
         * @description Long work: its state survives a reload of the page and of the server.
         */
        Job: {
            /** Job Id */
            job_id: string;
            /** Kind */
            kind: string;
            /** Park Id */
            park_id: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            /** Total */
            total: number;
            step: components["schemas"]["Text"];
            /** Created At */
            created_at: string;
            /** Files */
            files: components["schemas"]["ReportFile"][];
            problem: components["schemas"]["Problem"] | null;
        };
        /**
         * JointPlantRules
         * @description A plant with the rule on its transfers, and all rules beside it.
         */
        JointPlantRules: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Rule */
            rule: string;
            /** Rules */
            rules: components["schemas"]["RuleOfPlant"][];
        };
        /**
         * JointPlants
         * @description Joint plants of a year.
         */
        JointPlants: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Plants */
            plants: components["schemas"]["JointPlantRules"][];
        };
        /**
         * KSelector
         * @description A way to choose the k of ridge, and what it chooses (MASS convention).
         */
        KSelector: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** K */
            k: number | null;
            /** Is Chosen */
            is_chosen: boolean;
        };
        /**
         * KeepOrder
         * @description Which inventory to keep, and why.
         */
        KeepOrder: {
            /** Year */
            year: number;
            /**
             * Member
             * @default
             */
            member: string;
            /**
             * Boundary
             * @default park
             * @enum {string}
             */
            boundary: "park" | "enterprise" | "facility";
            /**
             * Why
             * @default
             */
            why: string;
        };
        /**
         * KeptHead
         * @description One version of a kept inventory, without its lines.
         */
        KeptHead: {
            /** Version */
            version: number;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "kept";
            /**
             * Cause
             * @enum {string}
             */
            cause: "kept" | "restated";
            /** Method */
            method: string;
            /** Gwp Set */
            gwp_set: string;
            /** Park Version */
            park_version: number;
            /** Catalog Digest */
            catalog_digest: string;
            /** Digest */
            digest: string;
            /** Made At */
            made_at: string;
            /** Made By */
            made_by: string;
            /** Why */
            why: string;
            /** Accepted At */
            accepted_at: string | null;
            /** Accepted By */
            accepted_by: string | null;
            total: components["schemas"]["Figure"];
            /** Change T */
            change_t: number | null;
        };
        /**
         * KeptInventory
         * @description A version as it was kept, read-only.
         */
        KeptInventory: {
            /** Inventory Id */
            inventory_id: string;
            /** Version */
            version: number;
            /** Year */
            year: number;
            /** Boundary */
            boundary: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Method */
            method: string;
            /** Gwp Set */
            gwp_set: string;
            /** Catalog Digest */
            catalog_digest: string;
            /** Park Version */
            park_version: number;
            /** Made At */
            made_at: string;
            /** Made By */
            made_by: string;
            /** Why */
            why: string;
            total: components["schemas"]["Figure"];
            elimination: components["schemas"]["Figure"];
            /** By Scope */
            by_scope: components["schemas"]["Slice"][];
            /** By Stream */
            by_stream: components["schemas"]["Slice"][];
            /** By Carrier */
            by_carrier: components["schemas"]["Slice"][];
            /** By Gas */
            by_gas: components["schemas"]["Slice"][];
            /** By Member */
            by_member: components["schemas"]["Slice"][];
            /** Missing */
            missing: components["schemas"]["FaultView"][];
            /** Lines */
            lines: components["schemas"]["KeptLine"][];
            /** Line Count */
            line_count: number;
        };
        /**
         * KeptLine
         * @description A line of a kept inventory with the factors it took.
         */
        KeptLine: {
            /** Record Id */
            record_id: string;
            /** Table */
            table: string;
            /** Stream */
            stream: string;
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            /** Scope */
            scope: number;
            /** Gas */
            gas: string;
            /** Amount */
            amount: number | null;
            /** Amount Unit */
            amount_unit: string | null;
            /** Quality */
            quality: string | null;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Period */
            period: string;
            co2_t: components["schemas"]["Figure"];
            /** Factors */
            factors: components["schemas"]["Text"][];
        };
        /**
         * KeptSeries
         * @description A kept inventory with all its versions, the newest first.
         */
        KeptSeries: {
            /** Inventory Id */
            inventory_id: string;
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Boundary */
            boundary: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Versions */
            versions: components["schemas"]["KeptHead"][];
        };
        /**
         * KindState
         * @description A kind of data with its state in a park.
         */
        KindState: {
            /** Code */
            code: string;
            /** Number */
            number: number;
            /** System */
            system: string;
            label: components["schemas"]["Text"];
            says: components["schemas"]["Text"];
            use: components["schemas"]["Text"];
            /** Role */
            role: string[];
            /** Units */
            units: string[];
            /** Places */
            places: components["schemas"]["HoldingView"][];
            /** Examples */
            examples: components["schemas"]["ExampleView"][];
            /** Rows */
            rows: number;
            /**
             * State
             * @enum {string}
             */
            state: "present" | "missing";
            /** Open Asks */
            open_asks: number;
            /** Decided */
            decided: string[];
            worth_t: components["schemas"]["Figure"];
        };
        /**
         * KindSum
         * @description What one kind of change adds to a cause. [t CO2e]
         */
        KindSum: {
            /** Kind */
            kind: string;
            label: components["schemas"]["Text"];
            /** Co2 T */
            co2_t: number;
            /** Count */
            count: number;
        };
        /**
         * KindView
         * @description One of the 13 kinds of data of table 1.
         */
        KindView: {
            /** Code */
            code: string;
            /** Number */
            number: number;
            /** System */
            system: string;
            label: components["schemas"]["Text"];
            says: components["schemas"]["Text"];
            use: components["schemas"]["Text"];
            /** Role */
            role: string[];
            /** Units */
            units: string[];
            /** Places */
            places: components["schemas"]["HoldingView"][];
            /** Examples */
            examples: components["schemas"]["ExampleView"][];
        };
        /**
         * LeverView
         * @description What power alone could do; null where it could not meet the limit.
         */
        LeverView: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"] | null;
        };
        /**
         * LimitView
         * @description A limit: for parks of a size [tce a year], by a year.
         */
        LimitView: {
            /** Value */
            value: number;
            /** From Tce */
            from_tce: number | null;
            /** Below Tce */
            below_tce: number | null;
            /** Year */
            year: number | null;
        };
        /**
         * Line
         * @description One line of an inventory: one record, one gas.
         */
        Line: {
            /** Line Id */
            line_id: string;
            /** Record Id */
            record_id: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Stream */
            stream: string;
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            /** System */
            system: string | null;
            /** Scope */
            scope: number;
            /** Gas */
            gas: string;
            /** Period */
            period: string;
            /** Amount */
            amount: number | null;
            /** Amount Unit */
            amount_unit: string;
            /** Energy Tce */
            energy_tce: number | null;
            /** Quality */
            quality: string;
            co2_t: components["schemas"]["Figure"];
        };
        /**
         * LineSlope
         * @description One driver's slope along the line of exact solutions.
         */
        LineSlope: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Slope */
            slope: number[];
        };
        /**
         * LmdiQuestion
         * @description A long table (period, category, factors) to be taken apart.
         */
        LmdiQuestion: {
            /**
             * Name
             * @default table.csv
             */
            name: string;
            /** Text */
            text: string;
            /**
             * Model
             * @default 1
             * @enum {integer}
             */
            model: 1 | 2;
        };
        /**
         * LoadCurve
         * @description A load curve: rates per hour in steps that a screen can show.
         */
        LoadCurve: {
            /** Park Id */
            park_id: string;
            subject: components["schemas"]["SubjectOfReadings"];
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Zone */
            zone: string;
            /** Extent */
            extent: string[];
            /** Unit */
            unit: string;
            facts: components["schemas"]["ReadingFacts"];
            finding: components["schemas"]["Text"];
            /** Notes */
            notes: components["schemas"]["Text"][];
            /** Lags */
            lags: boolean;
            /**
             * Step
             * @enum {string}
             */
            step: "native" | "hour" | "day";
            /** Minutes */
            minutes: number;
            points: components["schemas"]["CurvePoints"];
            /** Flags */
            flags: {
                [key: string]: components["schemas"]["Text"];
            };
            before: components["schemas"]["YearBefore"] | null;
            before_use: components["schemas"]["Figure"] | null;
            change: components["schemas"]["Figure"] | null;
            co2: components["schemas"]["Figure"] | null;
            factor: components["schemas"]["FactorLine"] | null;
        };
        /**
         * LoadedFile
         * @description What loading a file gives, or gave.
         */
        LoadedFile: {
            /** Rows */
            rows: number;
            /** Readings */
            readings: number;
            /** Taken */
            taken: number;
            /** Unchanged */
            unchanged: number;
            /** Corrected */
            corrected: number;
            /** Flagged */
            flagged: {
                [key: string]: number;
            };
            /** Refused Count */
            refused_count: number;
            /** Refused */
            refused: components["schemas"]["RefusedCell"][];
            /** First */
            first: string | null;
            /** Last */
            last: string | null;
            /** Channels */
            channels: string[];
        };
        /**
         * Look
         * @description Something worth a look: never a verdict. [t CO2e]
         */
        Look: {
            /** Check */
            check: string;
            label: components["schemas"]["Text"];
            why: components["schemas"]["Text"];
            /** Cite */
            cite: string | null;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            /** Table */
            table: string;
            /** Record Ids */
            record_ids: string[];
            /** Value */
            value: number | null;
            /** Usual */
            usual: number | null;
            /** Unit */
            unit: string;
            /** Co2 T */
            co2_t: number;
            reason: components["schemas"]["FaultView"];
        };
        /**
         * MapBranch
         * @description What flows between two nodes, and the carbon in it.
         */
        MapBranch: {
            /** From Id */
            from_id: string;
            /** To Id */
            to_id: string;
            amount: components["schemas"]["Figure"];
            carbon: components["schemas"]["Figure"];
        };
        /**
         * MapNode
         * @description A node: what flows through it, and how clean its mix is; `rank` counts from sources.
         */
        MapNode: {
            /** Node Id */
            node_id: string;
            name: components["schemas"]["Text"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "outside" | "source" | "node";
            /** Rank */
            rank: number;
            through: components["schemas"]["Figure"];
            intensity: components["schemas"]["Figure"];
        };
        /**
         * MarkedPoint
         * @description A point that carries flags: its place among the points, how many readings, which flags.
         */
        MarkedPoint: {
            /** At */
            at: number;
            /** Count */
            count: number;
            /** Flags */
            flags: string[];
        };
        /**
         * MarketHour
         * @description An hour by contracts: the rest of all load carries the residual mix.
         */
        MarketHour: {
            /** Hour */
            hour: number | string;
            /** Residual T Per Mwh */
            residual_t_per_mwh: number | null;
            /** Loads */
            loads: {
                [key: string]: number;
            };
            /** Covered Mwh */
            covered_mwh: {
                [key: string]: number;
            };
            /** Losses T */
            losses_t: number;
            /** Entered T */
            entered_t: number;
            /** Closing Error */
            closing_error: number;
        };
        /**
         * MarketStep
         * @description A part of a line in the market-based view, with the rules it follows.
         */
        MarketStep: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Certificate Id */
            certificate_id: string | null;
            /** Mwh */
            mwh: number | null;
            market: components["schemas"]["Figure"];
            /** Factor */
            factor: string | null;
            /** Cite */
            cite: string | null;
            /** Rules */
            rules: string[];
        };
        /**
         * MatrixCell
         * @description What one member passes on to another by one carrier.
         */
        MatrixCell: {
            /** From Id */
            from_id: string;
            /** To Id */
            to_id: string;
            /** Carrier Id */
            carrier_id: string;
            carbon: components["schemas"]["Figure"];
        };
        /**
         * MatrixMember
         * @description A row and column of the transfer matrix.
         */
        MatrixMember: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
        };
        /**
         * Measured
         * @description All that was measured of fuels for one member and year.
         */
        Measured: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Means */
            means: components["schemas"]["FuelMeanView"][];
            /** Stocks */
            stocks: components["schemas"]["FuelStockView"][];
            /** Parts */
            parts: components["schemas"]["FuelPartView"][];
            /** Balances */
            balances: components["schemas"]["CarbonBalanceView"][];
            /** Stacks */
            stacks: components["schemas"]["StackView"][];
            /** Warnings */
            warnings: components["schemas"]["FaultView"][];
        };
        /**
         * Member
         * @description A node of the park's tree.
         */
        Member: {
            /** Member Id */
            member_id: string;
            /** Parent Id */
            parent_id: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "park" | "enterprise" | "facility";
            /** System */
            system: string | null;
            name: components["schemas"]["Text"];
        };
        /**
         * MemberCarbon
         * @description A member's card: from whom, to whom, how much, how clean, and its months.
         */
        MemberCarbon: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Month */
            month: string | null;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** Version */
            version: number;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            statement: components["schemas"]["CarbonStatement"];
            /** Months */
            months: components["schemas"]["MonthStatement"][];
            /** Received */
            received: components["schemas"]["CarbonTransfer"][];
            /** Passed On */
            passed_on: components["schemas"]["CarbonTransfer"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
        };
        /**
         * MemberDay
         * @description A member's day: what it emits, gets and passes on, and how clean what it gets is.
         */
        MemberDay: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Mass Unit */
            mass_unit: string;
            statement: components["schemas"]["CarbonStatement"];
            by_hour: components["schemas"]["MemberHours"];
            /** Carriers */
            carriers: components["schemas"]["CarrierHours"][];
        };
        /**
         * MemberHours
         * @description A member's carbon by hour, in `mass_unit`.
         */
        MemberHours: {
            /** Direct */
            direct: (number | null)[];
            /** Bought */
            bought: (number | null)[];
            /** Received */
            received: (number | null)[];
            /** Given */
            given: (number | null)[];
            /** Own */
            own: (number | null)[];
        };
        /**
         * MemberOfChannels
         * @description A member with the sums of its channels; `worst` is the least score among them.
         */
        MemberOfChannels: {
            /** Member Id */
            member_id: string;
            /** Parent Id */
            parent_id: string | null;
            name: components["schemas"]["Text"];
            /** Channels */
            channels: number;
            /** Complete */
            complete: number | null;
            /** Worst */
            worst: number | null;
        };
        /**
         * MemberOwn
         * @description What remains with a member after transfers. [t CO2e]
         */
        MemberOwn: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Own T */
            own_t: number | null;
        };
        /**
         * MemberViews
         * @description A member in both views as if it stood alone, with the certificates its users took.
         */
        MemberViews: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            location: components["schemas"]["Figure"];
            market: components["schemas"]["Figure"];
            used: components["schemas"]["Figure"];
            /** Certificates */
            certificates: string[];
        };
        /**
         * MendView
         * @description An input with the width of interval won by mending it.
         */
        MendView: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "activity" | "factor";
            name: components["schemas"]["Text"];
            /** Subject */
            subject: string;
            /** Quantity */
            quantity: string;
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            /**
             * Basis
             * @enum {string}
             */
            basis: "exact" | "stated" | "default" | "assumption" | "unknown";
            basis_label: components["schemas"]["Text"];
            distribution: components["schemas"]["Text"] | null;
            /** Lower Pct */
            lower_pct: number | null;
            /** Upper Pct */
            upper_pct: number | null;
            /** Cite */
            cite: string;
            /** Status */
            status: string;
            /** Document */
            document: string;
            /** Factor Id */
            factor_id: string | null;
            /** Table */
            table: string | null;
            /** Row */
            row: number | null;
            /** Records */
            records: string[];
            /** Channel */
            channel: string | null;
            /** Quality */
            quality: string | null;
            /** Now Pct */
            now_pct: number;
            /** Reach Pct */
            reach_pct: number | null;
            /** Reach Cite */
            reach_cite: string | null;
            /** Reach Status */
            reach_status: string | null;
            how: components["schemas"]["Text"];
            won: components["schemas"]["Figure"];
            /** Is Limit */
            is_limit: boolean;
        };
        /**
         * MeterHour
         * @description What each source adds to the intensity of one node. [t/MWh]
         */
        MeterHour: {
            /** Hour */
            hour: number | string;
            /** Intensity */
            intensity: number;
            /** Parts */
            parts: {
                [key: string]: number;
            };
        };
        /**
         * MeterOfRecord
         * @description A record beside the meter it names; `gap` is the meter's less it, over it.
         */
        MeterOfRecord: {
            /** Record Id */
            record_id: string;
            /** Channel Id */
            channel_id: string;
            name: components["schemas"]["Text"];
            recorded: components["schemas"]["Figure"];
            read: components["schemas"]["Figure"];
            /** Gap */
            gap: number | null;
        };
        /**
         * MethodAdvice
         * @description Which methods data allow, in the order in which to try them.
         */
        MethodAdvice: {
            data: components["schemas"]["DataShape"];
            /** Methods */
            methods: components["schemas"]["MethodAnswer"][];
            finding: components["schemas"]["Text"];
        };
        /**
         * MethodAnswer
         * @description A method, whether it may be used, why, and the page that runs it.
         */
        MethodAnswer: {
            /** Method */
            method: string;
            label: components["schemas"]["Text"];
            /**
             * Answer
             * @enum {string}
             */
            answer: "yes" | "with_care" | "no";
            reason: components["schemas"]["Text"];
            /** Page */
            page: ("change" | "decoupling" | "regression") | null;
        };
        /**
         * MethodCause
         * @description A cause of the difference; causes sum to it.
         */
        MethodCause: {
            /** Cause */
            cause: string;
            label: components["schemas"]["Text"];
            co2_t: components["schemas"]["Figure"];
        };
        /**
         * MethodComparison
         * @description Two methods on the same records.
         */
        MethodComparison: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            first: components["schemas"]["MethodSide"];
            second: components["schemas"]["MethodSide"];
            difference: components["schemas"]["Figure"];
            /** Causes */
            causes: components["schemas"]["MethodCause"][];
            /** Streams */
            streams: components["schemas"]["MethodStream"][];
            /** Rules */
            rules: components["schemas"]["MethodRule"][];
            /** Own */
            own: components["schemas"]["tanlu__web__api__methods__OwnMethod"][];
            /** Warnings */
            warnings: components["schemas"]["FaultView"][];
            finding: components["schemas"]["Text"];
        };
        /**
         * MethodPart
         * @description A part of a stream's difference, with the factors of both sides.
         */
        MethodPart: {
            /** Cause */
            cause: string;
            label: components["schemas"]["Text"];
            says: components["schemas"]["Text"];
            amount: components["schemas"]["Figure"];
            /** First */
            first: components["schemas"]["FactorView"][];
            /** Second */
            second: components["schemas"]["FactorView"][];
        };
        /**
         * MethodRule
         * @description A rule that the two methods answer differently, and where each is printed.
         */
        MethodRule: {
            /** Rule */
            rule: string;
            label: components["schemas"]["Text"];
            first: components["schemas"]["Text"];
            /** First Cite */
            first_cite: string | null;
            second: components["schemas"]["Text"];
            /** Second Cite */
            second_cite: string | null;
        };
        /**
         * MethodSide
         * @description One of two methods: its total, and what it lacks.
         */
        MethodSide: {
            /** Method Id */
            method_id: string;
            label: components["schemas"]["Text"];
            note: components["schemas"]["Text"];
            /** Cite */
            cite: string;
            /** Gwp Set */
            gwp_set: string;
            total: components["schemas"]["Figure"];
            /** Is Complete */
            is_complete: boolean;
            /** Lacking */
            lacking: components["schemas"]["FaultView"][];
        };
        /**
         * MethodStream
         * @description A stream under both methods; null where a method has no line for it.
         */
        MethodStream: {
            /** Scope */
            scope: number;
            /** Stream */
            stream: string;
            stream_label: components["schemas"]["Text"];
            /** Carrier */
            carrier: string;
            carrier_label: components["schemas"]["Text"];
            first: components["schemas"]["Figure"] | null;
            second: components["schemas"]["Figure"] | null;
            difference: components["schemas"]["Figure"];
            /** Parts */
            parts: components["schemas"]["MethodPart"][];
        };
        /**
         * MethodView
         * @description An accounting method of the catalogue.
         */
        MethodView: {
            /** Method Id */
            method_id: string;
            label: components["schemas"]["Text"];
            note: components["schemas"]["Text"];
            /** Cite */
            cite: string;
            /** Gases */
            gases: string[];
        };
        /**
         * MissingRecord
         * @description A record that an indicator needs and the park does not have.
         */
        MissingRecord: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
        };
        /**
         * MissingStream
         * @description Days of a stream without a record, and an estimate of their worth.
         */
        MissingStream: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /**
             * Why
             * @enum {string}
             */
            why: "history" | "asked" | "new";
            /** Table */
            table: string;
            /** Missing Days */
            missing_days: number;
            /** Expected Days */
            expected_days: number;
            basis: components["schemas"]["Text"];
            worth_t: components["schemas"]["Figure"];
        };
        /**
         * MonthStatement
         * @description The same for one month.
         */
        MonthStatement: {
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            direct: components["schemas"]["Figure"];
            bought: components["schemas"]["Figure"];
            received: components["schemas"]["Figure"];
            given: components["schemas"]["Figure"];
            own: components["schemas"]["Figure"];
            booked: components["schemas"]["Figure"];
            eliminated: components["schemas"]["Figure"];
            sent_out: components["schemas"]["Figure"];
            /** Month */
            month: string;
        };
        /**
         * MonthlyCarbon
         * @description A member's carbon statement of a month, with what it agrees with.
         */
        MonthlyCarbon: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** At */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "year" | "month" | "day" | "hour";
            /** Months */
            months: string[];
            /** Hours */
            hours: string[];
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Spread */
            spread: number | null;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Number */
            number: string;
            statement: components["schemas"]["CarbonStatement"];
            /** Purchased */
            purchased: components["schemas"]["StatedTransfer"][];
            /** Received */
            received: components["schemas"]["StatedTransfer"][];
            /** Passed On */
            passed_on: components["schemas"]["StatedTransfer"][];
            /** Sent */
            sent: components["schemas"]["StatedTransfer"][];
            /** Emitted */
            emitted: components["schemas"]["OwnEmission"][];
            /** Balances */
            balances: components["schemas"]["EnergyBalance"][];
            /** Meters */
            meters: components["schemas"]["MeterOfRecord"][];
            park: components["schemas"]["ParkLine"];
        };
        /**
         * Moved
         * @description What reconciliation did.
         */
        Moved: {
            /** Dof */
            dof: number;
            /** Hours */
            hours: components["schemas"]["MovedHour"][];
            largest: components["schemas"]["MovedMeter"];
        };
        /**
         * MovedHour
         * @description How hard meters had to be moved in an hour.
         */
        MovedHour: {
            /** Hour */
            hour: number | string;
            /** Chi2 */
            chi2: number;
            /** P */
            p: number;
        };
        /**
         * MovedMeter
         * @description The meter moved most, in standard deviations.
         */
        MovedMeter: {
            /** Hour */
            hour: number | string;
            /** Meter */
            meter: string;
            /** Measured Mwh */
            measured_mwh: number;
            /** Reconciled Mwh */
            reconciled_mwh: number;
            /** Deviations */
            deviations: number;
        };
        /**
         * NamedCarrier
         * @description A carrier that has a network.
         */
        NamedCarrier: {
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
        };
        /**
         * NamedCode
         * @description A code with its name.
         */
        NamedCode: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
        };
        /**
         * NetworkNode
         * @description A member in the network of a carrier: what flows through it, and how clean its mix is.
         *
         *     An intensity without a value: nothing flows there, or the view is refused.
         */
        NetworkNode: {
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            through: components["schemas"]["Figure"];
            intensity: components["schemas"]["Figure"];
        };
        /**
         * NodeHours
         * @description A node by hour.
         */
        NodeHours: {
            /** Through */
            through: (number | null)[];
            /** Intensity */
            intensity: (number | null)[];
        };
        /**
         * OptionCard
         * @description An option as a line of the list.
         */
        OptionCard: {
            /** Option Id */
            option_id: string;
            label: components["schemas"]["Text"];
            /** Kind */
            kind: string;
            kind_label: components["schemas"]["Text"];
            /** Direction */
            direction: string;
            direction_label: components["schemas"]["Text"];
            /** Systems */
            systems: string[];
            /** Statuses */
            statuses: components["schemas"]["StatusCount"][];
        };
        /**
         * OptionList
         * @description Options that answer a question, and what can be asked.
         */
        OptionList: {
            /** Options */
            options: components["schemas"]["OptionCard"][];
            /** Total */
            total: number;
            /** Kinds */
            kinds: components["schemas"]["Choice"][];
            /** Directions */
            directions: components["schemas"]["Choice"][];
        };
        /**
         * OptionPoint
         * @description A number at a date, as printed.
         */
        OptionPoint: {
            /** On */
            on: string;
            /** Value */
            value: number;
            /** Status */
            status: string;
            status_label: components["schemas"]["Text"];
            /** Cite */
            cite: string | null;
        };
        /**
         * OptionSeries
         * @description What one document prints of a quantity; the first one is taken.
         */
        OptionSeries: {
            /** Unit */
            unit: string;
            /** Place */
            place: string;
            /** Price Year */
            price_year: number | null;
            /** Points */
            points: components["schemas"]["OptionPoint"][];
        };
        /**
         * OptionValue
         * @description A quantity on a day, and how it was found.
         */
        OptionValue: {
            /** Name */
            name: string;
            label: components["schemas"]["Text"];
            figure: components["schemas"]["Figure"];
            /** Printed */
            printed: string;
            /** Status */
            status: string;
            status_label: components["schemas"]["Text"];
            found_label: components["schemas"]["Text"];
            /** Place */
            place: string;
            place_label: components["schemas"]["Text"];
            /** Price Year */
            price_year: number | null;
            /** Cites */
            cites: string[];
            /** Documents */
            documents: components["schemas"]["CitationView"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
            /** Series */
            series: components["schemas"]["OptionSeries"][];
        };
        /**
         * OptionView
         * @description All of an option on a day.
         */
        OptionView: {
            /** Option Id */
            option_id: string;
            label: components["schemas"]["Text"];
            /** Kind */
            kind: string;
            kind_label: components["schemas"]["Text"];
            /** Direction */
            direction: string;
            direction_label: components["schemas"]["Text"];
            /** Systems */
            systems: string[];
            /** Statuses */
            statuses: components["schemas"]["StatusCount"][];
            /** On */
            on: string;
            /** Price Year */
            price_year: number;
            owner: components["schemas"]["Text"];
            /** Capacity */
            capacity: string;
            note: components["schemas"]["Text"] | null;
            proof: components["schemas"]["Text"] | null;
            /** Values */
            values: components["schemas"]["OptionValue"][];
        };
        /**
         * OverlayView
         * @description A measure or policy that scenarios lay over the tree.
         */
        OverlayView: {
            /** Overlay Id */
            overlay_id: string;
            /** Kind */
            kind: string;
            label: components["schemas"]["Text"];
            note: components["schemas"]["Text"] | null;
            /** Cite */
            cite: string;
        };
        /**
         * OwnCategory
         * @description What one category adds, by factor.
         */
        OwnCategory: {
            /** Category */
            category: string;
            /** Value */
            value: number;
            /** Effects */
            effects: components["schemas"]["OwnEffect"][];
        };
        /**
         * OwnCause
         * @description What one factor adds to the elasticity.
         */
        OwnCause: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Elasticity */
            elasticity: number;
        };
        /**
         * OwnColumn
         * @description A column, and its cells that are no numbers where it is meant to be numbers.
         */
        OwnColumn: {
            /** Name */
            name: string;
            /** Is Numeric */
            is_numeric: boolean;
            /** Low */
            low: number | null;
            /** High */
            high: number | null;
            /** Flaws */
            flaws: components["schemas"]["FaultView"][];
        };
        /**
         * OwnContent
         * @description A table as text: its name for faults, and its cells with commas, semicolons or tabs.
         */
        OwnContent: {
            /**
             * Name
             * @default table.csv
             */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * OwnDecoupling
         * @description Decoupling of a table: step by step, and first against last.
         */
        OwnDecoupling: {
            /** File */
            file: string;
            /** Low */
            low: number;
            /** High */
            high: number;
            /** States */
            states: components["schemas"]["DecouplingState"][];
            /** Points */
            points: components["schemas"]["OwnPoint"][];
            whole: components["schemas"]["OwnPoint"];
            chances_note: components["schemas"]["Text"];
            finding: components["schemas"]["Text"];
        };
        /**
         * OwnEffect
         * @description What one factor adds; `ratio` is its multiplicative effect, where there is one.
         */
        OwnEffect: {
            /** Factor */
            factor: string;
            /** Value */
            value: number;
            /** Ratio */
            ratio: number | null;
        };
        /**
         * OwnEmission
         * @description What a member emits itself with a fuel or process.
         */
        OwnEmission: {
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            carbon: components["schemas"]["Figure"];
        };
        /**
         * OwnLmdi
         * @description A table taken apart: first against last, step by step, summed up, and by method.
         */
        OwnLmdi: {
            /** File */
            file: string;
            /** Model */
            model: number;
            /** Factors */
            factors: string[];
            /** Periods */
            periods: string[];
            /** Steps */
            steps: components["schemas"]["OwnStep"][];
            whole: components["schemas"]["OwnStep"];
            /** Running */
            running: components["schemas"]["OwnRunning"][];
            /** Methods */
            methods: components["schemas"]["tanlu__web__api__own_tables__OwnMethod"][];
            finding: components["schemas"]["Text"];
        };
        /**
         * OwnPoint
         * @description Two periods: relative changes in %, elasticity, state, causes and chances.
         */
        OwnPoint: {
            /** From Period */
            from_period: string;
            /** To Period */
            to_period: string;
            /** Output Change */
            output_change: number;
            /** Emission Change */
            emission_change: number;
            /** Elasticity */
            elasticity: number | null;
            state: components["schemas"]["DecouplingState"];
            /** Causes */
            causes: components["schemas"]["OwnCause"][];
            /** Chances */
            chances: components["schemas"]["StateChance"][];
        };
        /**
         * OwnRunning
         * @description Effects of all steps up to a period, summed.
         */
        OwnRunning: {
            /** Period */
            period: string;
            /** Effects */
            effects: components["schemas"]["OwnEffect"][];
            /** Total */
            total: number;
        };
        /**
         * OwnStep
         * @description A change between two periods; effects, and categories, sum to its total.
         */
        OwnStep: {
            /** From Period */
            from_period: string;
            /** To Period */
            to_period: string;
            /** Start */
            start: number;
            /** End */
            end: number;
            /** Total */
            total: number;
            /** Effects */
            effects: components["schemas"]["OwnEffect"][];
            /** By Category */
            by_category: components["schemas"]["OwnCategory"][];
            /** Split Equally */
            split_equally: string[];
            /** By Shapley */
            by_shapley: string[];
        };
        /**
         * OwnTable
         * @description What a table holds; `is_long` when it has period, category and factors.
         */
        OwnTable: {
            /** File */
            file: string;
            /** Rows */
            rows: number;
            /** Is Long */
            is_long: boolean;
            /** Columns */
            columns: components["schemas"]["OwnColumn"][];
            /** Periods */
            periods: string[];
            /** Categories */
            categories: number;
        };
        /**
         * Park
         * @description A park with its tree, scenarios and overlays.
         */
        Park: {
            /** Park Id */
            park_id: string;
            name: components["schemas"]["Text"];
            /** Place */
            place: string;
            /** Years */
            years: number[];
            /** Version */
            version: number;
            /** Saved At */
            saved_at: string;
            /** Members */
            members: number;
            method: components["schemas"]["Text"];
            /** Gwp Set */
            gwp_set: string;
            /** Price Base */
            price_base: string;
            note: components["schemas"]["Text"];
            /** Tree */
            tree: components["schemas"]["Member"][];
            /** Faults */
            faults: components["schemas"]["FaultView"][];
        };
        /**
         * ParkCard
         * @description A park in the list.
         */
        ParkCard: {
            /** Park Id */
            park_id: string;
            name: components["schemas"]["Text"];
            /** Place */
            place: string;
            /** Years */
            years: number[];
            /** Version */
            version: number;
            /** Saved At */
            saved_at: string;
            /** Members */
            members: number;
        };
        /**
         * ParkDecoupling
         * @description Decoupling of a park's emissions from its output; `low`, `high` bound the states.
         */
        ParkDecoupling: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Years */
            years: number[];
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            /** Low */
            low: number;
            /** High */
            high: number;
            basis: components["schemas"]["Text"];
            /** States */
            states: components["schemas"]["DecouplingState"][];
            /** Points */
            points: components["schemas"]["DecouplingPoint"][];
            whole: components["schemas"]["DecouplingPoint"];
            chances_note: components["schemas"]["Text"];
            finding: components["schemas"]["Text"];
        };
        /**
         * ParkLine
         * @description How statements become the park: what members book, what is eliminated, what remains.
         */
        ParkLine: {
            members_sum: components["schemas"]["Figure"];
            eliminated: components["schemas"]["Figure"];
            total: components["schemas"]["Figure"];
            entered: components["schemas"]["Figure"];
            closing: components["schemas"]["Figure"];
        };
        /**
         * ParkTransfers
         * @description A year or a month of a park; what remains with members sums to the inventory.
         */
        ParkTransfers: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Month */
            month: string | null;
            /** Level */
            level: string;
            /** View */
            view: string;
            /** Version */
            version: number;
            /** Months */
            months: string[];
            total: components["schemas"]["Figure"];
            members_sum: components["schemas"]["Figure"];
            eliminated: components["schemas"]["Figure"];
            sent_out: components["schemas"]["Figure"];
            /** Members */
            members: components["schemas"]["CarbonStatement"][];
            /** Transfers */
            transfers: components["schemas"]["CarbonTransfer"][];
            sankey: components["schemas"]["Sankey"];
            matrix: components["schemas"]["TransferMatrix"];
        };
        /**
         * PartView
         * @description What a carrier or process adds.
         */
        PartView: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            co2: components["schemas"]["Figure"];
            energy: components["schemas"]["Figure"];
        };
        /**
         * Pathway
         * @description All scenarios of a park.
         */
        Pathway: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Base Year */
            base_year: number;
            /** Scenarios */
            scenarios: components["schemas"]["Scenario"][];
            finding: components["schemas"]["Text"];
        };
        /**
         * PeakView
         * @description The highest year, the plateau around it, and whether that is a peak.
         */
        PeakView: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "peak" | "plateau" | "rising" | "passed" | "flat";
            /** Year */
            year: number | null;
            highest: components["schemas"]["Figure"];
            /** Highest Year */
            highest_year: number;
            /** First */
            first: number;
            /** Last */
            last: number;
            says: components["schemas"]["Text"];
        };
        /**
         * PictureLink
         * @description A band: carbon that goes from one node to another with a carrier.
         */
        PictureLink: {
            /** From Id */
            from_id: string;
            /** To Id */
            to_id: string;
            /** Carrier Id */
            carrier_id: string | null;
            carrier: components["schemas"]["Text"] | null;
            carbon: components["schemas"]["Figure"];
        };
        /**
         * PictureNode
         * @description A node: a source, a member, or where carbon ends; `rank` counts from the sources.
         *
         *     `out` and `in` are the two halves of a band that closes a circle.
         */
        PictureNode: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "bought" | "emitted" | "member" | "others" | "kept" | "sent" | "out" | "in";
            /** Rank */
            rank: number;
            name: components["schemas"]["Text"];
            /** Member Id */
            member_id: string | null;
            /** Carrier Id */
            carrier_id: string | null;
        };
        /**
         * PlanLever
         * @description A lever: alone, when left out of the fullest scenario, over all years; and its grade.
         */
        PlanLever: {
            /** Lever Id */
            lever_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "measure" | "policy" | "ceiling";
            label: components["schemas"]["Text"];
            /** Year */
            year: number;
            alone: components["schemas"]["Figure"];
            last: components["schemas"]["Figure"] | null;
            sum: components["schemas"]["Figure"] | null;
            /**
             * Grade
             * @enum {string}
             */
            grade: "A" | "B" | "C";
            grade_why: components["schemas"]["Text"];
            /** Cite */
            cite: string;
            /** Policies */
            policies: string[];
        };
        /**
         * PolicyCard
         * @description A policy as a line of the list.
         */
        PolicyCard: {
            /** Policy Id */
            policy_id: string;
            document: components["schemas"]["CitationView"];
            /** Level */
            level: string;
            level_label: components["schemas"]["Text"];
            /** Place */
            place: string;
            kind_label: components["schemas"]["Text"];
            /** State */
            state: string;
            state_label: components["schemas"]["Text"];
            /** Themes */
            themes: components["schemas"]["Text"][];
            /** Demands */
            demands: number;
            /** Targets */
            targets: number;
        };
        /**
         * PolicyCited
         * @description A clause that concerns the park: what it says, whom it is for, how it was read.
         */
        PolicyCited: {
            /** Cite */
            cite: string;
            /** Clause */
            clause: string;
            document: components["schemas"]["CitationView"] | null;
            says: components["schemas"]["Text"];
            /** Status */
            status: string;
            scope: components["schemas"]["Text"];
            target: components["schemas"]["ClauseTarget"] | null;
        };
        /**
         * PolicyClause
         * @description What one clause demands; `figure` where it sets a number.
         */
        PolicyClause: {
            /** Clause */
            clause: string;
            /** Cite */
            cite: string;
            says: components["schemas"]["Text"];
            /** Status */
            status: string;
            target: components["schemas"]["Text"] | null;
            figure: components["schemas"]["Figure"] | null;
        };
        /**
         * PolicyList
         * @description Policies that answer a question, and what can be asked.
         */
        PolicyList: {
            /** Policies */
            policies: components["schemas"]["PolicyCard"][];
            /** Total */
            total: number;
            /** Levels */
            levels: components["schemas"]["Choice"][];
            /** Themes */
            themes: components["schemas"]["Choice"][];
            /** States */
            states: components["schemas"]["Choice"][];
            /** Indicators */
            indicators: components["schemas"]["Choice"][];
            /** Years */
            years: number[];
        };
        /**
         * PolicyName
         * @description A policy named by another.
         */
        PolicyName: {
            /** Policy Id */
            policy_id: string;
            title: components["schemas"]["Text"];
        };
        /**
         * PolicyView
         * @description A policy with every demand.
         */
        PolicyView: {
            /** Policy Id */
            policy_id: string;
            document: components["schemas"]["CitationView"];
            /** Level */
            level: string;
            level_label: components["schemas"]["Text"];
            /** Place */
            place: string;
            kind_label: components["schemas"]["Text"];
            /** State */
            state: string;
            state_label: components["schemas"]["Text"];
            /** Themes */
            themes: components["schemas"]["Text"][];
            /** Demands */
            demands: number;
            /** Targets */
            targets: number;
            aim: components["schemas"]["Text"] | null;
            note: components["schemas"]["Text"] | null;
            /** Paper */
            paper: string | null;
            /** Supersedes */
            supersedes: components["schemas"]["PolicyName"][];
            superseded_by: components["schemas"]["PolicyName"] | null;
            /** Clauses */
            clauses: components["schemas"]["PolicyClause"][];
        };
        /**
         * Problem
         * @description What went wrong, after RFC 9457, with place and way out.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /** Code */
            code: string;
            /** Faults */
            faults?: components["schemas"]["FaultView"][];
        };
        /**
         * Proof
         * @description All there is to know about one figure.
         */
        Proof: {
            figure: components["schemas"]["Figure"];
            formula: components["schemas"]["FormulaView"] | null;
            /** Parts */
            parts: components["schemas"]["Figure"][];
            /** Factors */
            factors: components["schemas"]["FactorView"][];
            /** Records */
            records: components["schemas"]["RecordView"][];
            /** Version */
            version: number;
            /** Saved At */
            saved_at: string;
            /** Saved By */
            saved_by: string;
            /** Notes */
            notes: components["schemas"]["Text"][];
            /** Readings */
            readings?: components["schemas"]["ReadingView"][];
        };
        /**
         * Quality
         * @description Completeness, gaps and grades of one inventory.
         */
        Quality: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            completeness: components["schemas"]["Figure"];
            completeness_by_tonnes: components["schemas"]["Figure"];
            missing: components["schemas"]["Figure"];
            /** Unvalued */
            unvalued: number;
            grade: components["schemas"]["Figure"];
            band: components["schemas"]["Text"] | null;
            scheme: components["schemas"]["Text"];
            scheme_note: components["schemas"]["Text"];
            /** Scheme Cite */
            scheme_cite: string;
            /** By Stream */
            by_stream: components["schemas"]["StreamGrade"][];
            /** Gaps */
            gaps: components["schemas"]["MissingStream"][];
            /** Asks */
            asks: components["schemas"]["AskView"][];
            /** Lines */
            lines: components["schemas"]["GradedLine"][];
        };
        /**
         * QuickAnswer
         * @description One number now, cited.
         */
        QuickAnswer: {
            /** Co2E T */
            co2e_t: number;
            /** Method */
            method: string;
            /** Gwp Set */
            gwp_set: string;
            /** Region */
            region: string;
            /** Year */
            year: number;
            /** Catalog Digest */
            catalog_digest: string;
            /** Lines */
            lines: components["schemas"]["QuickLine"][];
            /** Warnings */
            warnings: components["schemas"]["Text"][];
        };
        /**
         * QuickFactor
         * @description A factor of a quick answer.
         */
        QuickFactor: {
            /** Quantity */
            quantity: string;
            /** Value */
            value: number;
            /** Unit */
            unit: string;
            /** Printed */
            printed: string;
            /** Document */
            document: string;
            title: components["schemas"]["Text"] | null;
            /** Clause */
            clause: string;
            /** How Found */
            how_found: string;
            found_label: components["schemas"]["Text"];
            quantity_label: components["schemas"]["Text"];
            /** Status */
            status: string;
            /** Valid From */
            valid_from: string;
            /** Place */
            place: string;
        };
        /**
         * QuickLine
         * @description One amount of a quick answer; a gas not counted by the method is null.
         */
        QuickLine: {
            /** Name */
            name: string;
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Activity */
            activity: number;
            /** Unit */
            unit: string;
            /** Written */
            written: string;
            /** Scope */
            scope: number;
            /** Co2 T */
            co2_t: number | null;
            /** Ch4 T */
            ch4_t: number | null;
            /** N2O T */
            n2o_t: number | null;
            /** Co2 Biogenic T */
            co2_biogenic_t: number | null;
            /** Gases T */
            gases_t: {
                [key: string]: number;
            };
            /** Co2E T */
            co2e_t: number;
            /** Factors */
            factors: components["schemas"]["QuickFactor"][];
        };
        /**
         * QuickQuestion
         * @description A few amounts, each as "name=amount unit".
         */
        QuickQuestion: {
            /** Items */
            items: string[];
            /**
             * Region
             * @default CN
             */
            region: string;
            /** Year */
            year: number;
            /**
             * Method
             * @default cn.park
             */
            method: string;
            /**
             * Gwp Set
             * @default AR5
             * @enum {string}
             */
            gwp_set: "AR4" | "AR5" | "AR6";
        };
        /**
         * ReachedView
         * @description What a scenario reaches of a target.
         */
        ReachedView: {
            /** Scenario Id */
            scenario_id: string;
            label: components["schemas"]["Text"];
            value: components["schemas"]["Figure"] | null;
            /** Is Met */
            is_met: boolean | null;
        };
        /**
         * ReadingFacts
         * @description What a span of readings says in figures.
         */
        ReadingFacts: {
            use: components["schemas"]["Figure"] | null;
            mean: components["schemas"]["Figure"];
            peak: components["schemas"]["Figure"];
            least: components["schemas"]["Figure"];
            load_factor: components["schemas"]["Figure"];
            completeness: components["schemas"]["Figure"];
            flagged: components["schemas"]["Figure"];
            /** Peak At */
            peak_at: string | null;
            /** Least At */
            least_at: string | null;
        };
        /**
         * ReadingFile
         * @description An uploaded file with the map by which it would be read (YAML).
         */
        ReadingFile: {
            /** Upload Id */
            upload_id: string;
            /** Name */
            name: string;
            /** Map */
            map: string;
            /** Is Known */
            is_known: boolean;
        };
        /**
         * ReadingQuality
         * @description Channels, worst first, and what is wrong over all of them.
         */
        ReadingQuality: {
            /** Park Id */
            park_id: string;
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Extent */
            extent: string[];
            /** Zone */
            zone: string;
            /** Lags */
            lags: boolean;
            /** Channels */
            channels: components["schemas"]["ChannelNode"][];
            /** Found */
            found: number;
            /** Good */
            good: number;
            /** Silent */
            silent: number;
            completeness: components["schemas"]["Figure"];
            /** Flags */
            flags: components["schemas"]["FlagCount"][];
        };
        /**
         * ReadingRow
         * @description A reading as stored: its instant in the park's time, flags by name; `unit` when declared.
         */
        ReadingRow: {
            /** Channel */
            channel: string;
            /** At */
            at: string;
            /** Value */
            value: number;
            /** Unit */
            unit: string | null;
            /** Flags */
            flags: string[];
        };
        /**
         * ReadingView
         * @description One reading as it was read, with its flags and what it replaced.
         */
        ReadingView: {
            /** At */
            at: string;
            /** Value */
            value: number;
            /** Unit */
            unit: string;
            /** Flags */
            flags: components["schemas"]["Text"][];
            /** Replaced */
            replaced: components["schemas"]["ReplacedReading"][];
        };
        /**
         * ReadingsHistory
         * @description Values that were replaced, by instant, then in the order of replacing.
         */
        ReadingsHistory: {
            /** Rows */
            rows: components["schemas"]["ReplacedRow"][];
        };
        /**
         * ReadingsPage
         * @description A page of readings; `next` is the cursor of the following page.
         */
        ReadingsPage: {
            /** Rows */
            rows: components["schemas"]["ReadingRow"][];
            /** Next */
            next: string | null;
        };
        /**
         * ReadingsReceipt
         * @description That readings are durable: `seq` is their arrival's number, `rows` how many they are.
         *
         *     `undeclared` names channels that the park has not declared: their readings are
         *     kept, and enter no account until they are. `refused` lists faulty lines when
         *     `partial` was asked for.
         */
        ReadingsReceipt: {
            /** Seq */
            seq: number;
            /** Rows */
            rows: number;
            /** Flagged */
            flagged: {
                [key: string]: number;
            };
            /** Undeclared */
            undeclared: string[];
            /** Refused */
            refused: components["schemas"]["FaultView"][];
        };
        /**
         * RecordView
         * @description An activity record as entered.
         */
        RecordView: {
            /** Table */
            table: string;
            /** Row */
            row: number;
            /** Record Id */
            record_id: string;
            /** Fields */
            fields: {
                [key: string]: string | null;
            };
            evidence: components["schemas"]["CitationView"] | null;
        };
        /**
         * RefusedCell
         * @description A cell that says no reading, and why.
         */
        RefusedCell: {
            /** Row */
            row: number | null;
            /** Column */
            column: string;
            /** Value */
            value: string;
            says: components["schemas"]["Text"];
        };
        /**
         * RegressQuestion
         * @description A table of observations, and what of it is explained.
         */
        RegressQuestion: {
            /**
             * Name
             * @default table.csv
             */
            name: string;
            /** Text */
            text: string;
            /** Target */
            target: string;
            /**
             * Method
             * @default ridge
             * @enum {string}
             */
            method: "ols" | "ridge" | "pls" | "pcr" | "lasso" | "bayes";
            /**
             * K
             * @default
             */
            k: string;
            /**
             * Logs
             * @default true
             */
            logs: boolean;
        };
        /**
         * Regression
         * @description A verdict, why, and what would help; slopes only where the verdict allows them.
         */
        Regression: {
            /** Target */
            target: string;
            /** Method */
            method: string;
            /** Logs */
            logs: boolean;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "identified" | "weak" | "under-determined";
            /** Is Reported */
            is_reported: boolean;
            /** Observations */
            observations: number;
            /** Unknowns */
            unknowns: number;
            /** Dof */
            dof: number;
            /** Rank */
            rank: number;
            headline: components["schemas"]["Text"];
            /** Reasons */
            reasons: components["schemas"]["Text"][];
            /** Needed */
            needed: components["schemas"]["Text"][];
            /** K */
            k: number | null;
            /** Chosen By */
            chosen_by: string | null;
            /** K Unit Length */
            k_unit_length: number | null;
            /** Intercept */
            intercept: number | null;
            /** Drivers */
            drivers: components["schemas"]["DriverSlope"][];
            /** Not Estimable */
            not_estimable: components["schemas"]["Text"][];
            /** Selectors */
            selectors: components["schemas"]["KSelector"][];
            trace: components["schemas"]["RidgeTrace"] | null;
            line: components["schemas"]["ExactLine"] | null;
            finding: components["schemas"]["Text"];
        };
        /**
         * ReplacedReading
         * @description A value that a later arrival took the place of: who sent that, when, why.
         */
        ReplacedReading: {
            /** Value */
            value: number;
            /** Who */
            who: string;
            /** At */
            at: string;
            /** Why */
            why: string;
        };
        /**
         * ReplacedRow
         * @description A value that was, and the arrival that replaced it.
         */
        ReplacedRow: {
            /** Channel */
            channel: string;
            /** At */
            at: string;
            /** Value */
            value: number;
            /** Seq */
            seq: number;
            /** Who */
            who: string;
            /** Saved At */
            saved_at: string;
            /** Why */
            why: string;
        };
        /**
         * ReportFile
         * @description A finished file.
         */
        ReportFile: {
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Language */
            language: string;
            /** Bytes */
            bytes: number;
            /** Url */
            url: string;
        };
        /**
         * ReportOrder
         * @description Which report files to make.
         */
        ReportOrder: {
            /**
             * Languages
             * @default [
             *       "zh",
             *       "en"
             *     ]
             */
            languages: ("en" | "zh")[];
            /**
             * Kinds
             * @default [
             *       "xlsx",
             *       "pdf",
             *       "html"
             *     ]
             */
            kinds: ("xlsx" | "pdf" | "html")[];
        };
        /**
         * RestatedView
         * @description A kept inventory that saving would give a new version. [t CO2e]
         */
        RestatedView: {
            /** Inventory Id */
            inventory_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Before T */
            before_t: number;
            /** After T */
            after_t: number;
            /** Parts */
            parts: {
                [key: string]: number;
            };
        };
        /**
         * RidgeTrace
         * @description Slopes, worst variance inflation and effective degrees of freedom along k.
         */
        RidgeTrace: {
            /** K */
            k: number[];
            /** Slopes */
            slopes: components["schemas"]["TraceSlope"][];
            /** Worst Vif */
            worst_vif: number[];
            /** Edf */
            edf: number[];
        };
        /**
         * RuleOfFlow
         * @description All hours under a rule of joint plants: mean intensity of each node; or why not.
         */
        RuleOfFlow: {
            /** Rule */
            rule: string;
            name: components["schemas"]["Text"];
            /** Status */
            status: string;
            /** Nodes */
            nodes: {
                [key: string]: number | null;
            } | null;
            /** Closing Error */
            closing_error?: number | null;
            why?: components["schemas"]["Text"] | null;
        };
        /**
         * RuleOfPlant
         * @description What power and heat of a plant carry under a rule.
         */
        RuleOfPlant: {
            /** Rule */
            rule: string;
            label: components["schemas"]["Text"];
            /** Status */
            status: string;
            /** Is Taken */
            is_taken: boolean;
            power: components["schemas"]["Figure"];
            heat: components["schemas"]["Figure"];
        };
        /**
         * RunningEffects
         * @description Effects of all steps up to a year, summed.
         */
        RunningEffects: {
            /** Year */
            year: number;
            total: components["schemas"]["Figure"];
            /** Effects */
            effects: components["schemas"]["Effect"][];
        };
        /**
         * Sankey
         * @description Nodes and bands, ready to be laid out.
         */
        Sankey: {
            /** Nodes */
            nodes: components["schemas"]["SankeyNode"][];
            /** Links */
            links: components["schemas"]["SankeyLink"][];
        };
        /**
         * SankeyLink
         * @description A band of the carbon Sankey; without a carrier where it is emitted or remains.
         */
        SankeyLink: {
            /** From Id */
            from_id: string;
            /** To Id */
            to_id: string;
            /** Carrier Id */
            carrier_id: string | null;
            carbon: components["schemas"]["Figure"];
        };
        /**
         * SankeyNode
         * @description A node of the carbon Sankey.
         */
        SankeyNode: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "outside" | "emitted" | "member" | "remains";
            name: components["schemas"]["Text"];
        };
        /**
         * Scenario
         * @description One projection with its peak and its distance to each target.
         */
        Scenario: {
            /** Scenario Id */
            scenario_id: string;
            label: components["schemas"]["Text"];
            /** Over Id */
            over_id: string | null;
            /** Points */
            points: components["schemas"]["YearPoint"][];
            /** Branch Labels */
            branch_labels: {
                [key: string]: components["schemas"]["Text"];
            };
            /** Peak Year */
            peak_year: number | null;
            peak_co2: components["schemas"]["Figure"] | null;
            /** Is Peak Inside */
            is_peak_inside: boolean;
            peak_note: components["schemas"]["Text"];
            /** Cumulative T */
            cumulative_t: number;
            /** Targets */
            targets: components["schemas"]["TargetGap"][];
            /** Assumptions */
            assumptions: components["schemas"]["Assumption"][];
        };
        /**
         * ScenarioTree
         * @description Scenarios of a park side by side; `assumed` of `stated` values have no document.
         */
        ScenarioTree: {
            /** Park Id */
            park_id: string;
            /** Version */
            version: number;
            /** Tree Id */
            tree_id: string;
            label: components["schemas"]["Text"];
            /** Is Own */
            is_own: boolean;
            /** Base Year */
            base_year: number;
            /** End Year */
            end_year: number;
            /** Years */
            years: number[];
            /** Stated */
            stated: number;
            /** Assumed */
            assumed: number;
            /** Scenarios */
            scenarios: components["schemas"]["TreeScenario"][];
            /** Overlays */
            overlays: components["schemas"]["OverlayView"][];
            answer: components["schemas"]["Text"];
        };
        /**
         * ScenarioWedges
         * @description What turns one scenario into another: drivers, and sectors, each summing to the whole.
         */
        ScenarioWedges: {
            /** First */
            first: string;
            /** Second */
            second: string;
            /** Years */
            years: number[];
            total: components["schemas"]["WedgeTotal"];
            /** By Driver */
            by_driver: components["schemas"]["WedgeBand"][];
            /** By Branch */
            by_branch: components["schemas"]["Band"][];
        };
        /**
         * Scope2
         * @description Scope 2 location-based and market-based, side by side and never added.
         *
         *     A market figure without a value is refused: some power has no residual mix.
         */
        Scope2: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Boundary */
            boundary: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Is Asked */
            is_asked: boolean;
            location: components["schemas"]["Figure"];
            market: components["schemas"]["Figure"];
            market_total: components["schemas"]["Figure"];
            /** Lines */
            lines: components["schemas"]["BoughtLine"][];
            /** Members */
            members: components["schemas"]["MemberViews"][];
            /** Certificates */
            certificates: components["schemas"]["CertificateView"][];
            /** Green */
            green: components["schemas"]["Figure"][];
            exported: components["schemas"]["Figure"];
            net: components["schemas"]["Figure"] | null;
            /** Net Cite */
            net_cite: string | null;
            /** Warnings */
            warnings: components["schemas"]["FaultView"][];
        };
        /**
         * Series
         * @description All years of a park or member.
         */
        Series: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Version */
            version: number;
            /** Rows */
            rows: components["schemas"]["YearRow"][];
            finding: components["schemas"]["Text"];
            comparison: components["schemas"]["Text"] | null;
        };
        /**
         * Session
         * @description The first answer a page needs.
         */
        Session: {
            viewer: components["schemas"]["Viewer"];
            /** Version */
            version: string;
            /** Catalog Digest */
            catalog_digest: string;
        };
        /**
         * SetView
         * @description A set of indicators that there is.
         */
        SetView: {
            /** Set Id */
            set_id: string;
            label: components["schemas"]["Text"];
            /** Place */
            place: string;
        };
        /**
         * Shared
         * @description Shared responsibility: what producers keep, what goes with deliveries. [t]
         */
        Shared: {
            /** Producers */
            producers: {
                [key: string]: number;
            };
            /** Consumers */
            consumers: {
                [key: string]: number;
            };
        };
        /**
         * SharesHour
         * @description Which part of each node's energy comes from which source.
         */
        SharesHour: {
            /** Hour */
            hour: number | string;
            /** Nodes */
            nodes: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        /**
         * SimulatedView
         * @description Draws of approach 2 in short, with the histogram's classes.
         */
        SimulatedView: {
            /** Lower */
            lower: number;
            /** Upper */
            upper: number;
            /** Mean */
            mean: number;
            /** Median */
            median: number;
            /** Deviation */
            deviation: number;
            /** Edges */
            edges: number[];
            /** Counts */
            counts: number[];
        };
        /**
         * Slice
         * @description One part of a total: a scope, stream, carrier, system, member or gas.
         */
        Slice: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            co2_t: components["schemas"]["Figure"];
            /** Share */
            share: number | null;
        };
        /**
         * SourceShare
         * @description Which part of a node's energy comes from a class of sources: of the day, and by hour.
         */
        SourceShare: {
            /** Source */
            source: string;
            name: components["schemas"]["Text"];
            share: components["schemas"]["Figure"];
            /** By Hour */
            by_hour: (number | null)[];
        };
        /**
         * StackView
         * @description CO2 measured in stacks beside the calculated, and which is booked.
         */
        StackView: {
            /** Comparison Id */
            comparison_id: string;
            /** Member Id */
            member_id: string;
            member: components["schemas"]["Text"];
            /** Period */
            period: string;
            /** Stacks */
            stacks: string[];
            covers: components["schemas"]["Text"];
            /**
             * Booked
             * @enum {string}
             */
            booked: "measured" | "calculated";
            booked_label: components["schemas"]["Text"];
            measured: components["schemas"]["Figure"];
            calculated: components["schemas"]["Figure"];
            difference: components["schemas"]["Figure"];
            /** Share */
            share: number | null;
        };
        /**
         * StateChance
         * @description How often draws of the data fall into a state.
         */
        StateChance: {
            state: components["schemas"]["DecouplingState"];
            /** Chance */
            chance: number;
        };
        /**
         * StatedTransfer
         * @description A transfer of a statement, and how what it carries was found.
         */
        StatedTransfer: {
            /** From Id */
            from_id: string;
            start: components["schemas"]["Text"];
            /** To Id */
            to_id: string;
            end: components["schemas"]["Text"];
            /** Carrier Id */
            carrier_id: string;
            carrier: components["schemas"]["Text"];
            /** Is Spread */
            is_spread: boolean;
            /** Records */
            records: string[];
            amount: components["schemas"]["Figure"];
            carbon: components["schemas"]["Figure"];
            booked: components["schemas"]["Figure"];
            intensity: components["schemas"]["Figure"];
            /** How */
            how: components["schemas"]["Text"][];
        };
        /**
         * StatusCount
         * @description How many numbers were found in one way.
         */
        StatusCount: {
            /** Status */
            status: string;
            label: components["schemas"]["Text"];
            /** Count */
            count: number;
        };
        /**
         * Step
         * @description A change between two years, taken apart.
         */
        Step: {
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            start: components["schemas"]["Figure"];
            end: components["schemas"]["Figure"];
            /** Effects */
            effects: components["schemas"]["Effect"][];
            /** By Carrier */
            by_carrier: components["schemas"]["Effect"][];
            total: components["schemas"]["Figure"];
            /** Closing Error */
            closing_error: number;
        };
        /**
         * StepView
         * @description One line of the way to a figure; two `numbers` where it is an interval.
         */
        StepView: {
            label: components["schemas"]["Text"];
            /** Formula */
            formula: string;
            /** Numbers */
            numbers: string[];
            result: components["schemas"]["Figure"];
            /** Cite */
            cite: string;
            document: components["schemas"]["CitationView"] | null;
            note: components["schemas"]["Text"] | null;
        };
        /**
         * StockBand
         * @description Devices of a kind over the years. [piece]
         */
        StockBand: {
            /** Device */
            device: string;
            label: components["schemas"]["Text"];
            /** Stock */
            stock: number[];
            /** Sales */
            sales: number[];
            /** Retired */
            retired: number[];
        };
        /**
         * StoreHour
         * @description A store at an hour's end, and what went in and out.
         */
        StoreHour: {
            /** Hour */
            hour: number | string;
            /** Held Mwh */
            held_mwh: number;
            /** Held T */
            held_t: number;
            /** Taken T */
            taken_t: number;
            /** Given T */
            given_t: number;
            /** Left T */
            left_t: number;
        };
        /**
         * StoreLedger
         * @description The ledger of a store.
         */
        StoreLedger: {
            /** Hours */
            hours: components["schemas"]["StoreHour"][];
            /** Closing Error T */
            closing_error_t: number;
        };
        /**
         * StreamGrade
         * @description The grade of a stream, weighted by tonnes.
         */
        StreamGrade: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Grade */
            grade: number;
            band: components["schemas"]["Text"] | null;
        };
        /**
         * SubjectOfReadings
         * @description What a picture shows: one channel, or the sum of some that measure one carrier.
         */
        SubjectOfReadings: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "channel" | "member" | "system" | "park";
            /** Subject Id */
            subject_id: string;
            name: components["schemas"]["Text"];
            /** Carrier */
            carrier: string;
            /** Carriers */
            carriers: components["schemas"]["NamedCode"][];
            /** Systems */
            systems: components["schemas"]["NamedCode"][];
            /** Channels */
            channels: number;
            /** Is State */
            is_state: boolean;
        };
        /**
         * SubjectView
         * @description A fuel, carrier or gas of the catalogue.
         */
        SubjectView: {
            /** Subject */
            subject: string;
            label: components["schemas"]["Text"];
            /** Kind */
            kind: string;
            /** Unit */
            unit: string;
            /** Values */
            values: number;
            /** Aliases */
            aliases: string[];
        };
        /**
         * SystemState
         * @description One of the five systems as a park has it.
         */
        SystemState: {
            /** System */
            system: string;
            label: components["schemas"]["Text"];
            note: components["schemas"]["Text"] | null;
            /** Tables */
            tables: string[];
            /** Kinds */
            kinds: components["schemas"]["KindState"][];
        };
        /**
         * SystemView
         * @description One of the five systems with its kinds of data.
         */
        SystemView: {
            /** System */
            system: string;
            label: components["schemas"]["Text"];
            note: components["schemas"]["Text"] | null;
            /** Tables */
            tables: string[];
            /** Kinds */
            kinds: components["schemas"]["KindView"][];
        };
        /**
         * Systems
         * @description The five systems of a park.
         */
        Systems: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Cite */
            cite: string;
            /** Systems */
            systems: components["schemas"]["SystemState"][];
        };
        /**
         * TableCard
         * @description A table in the list.
         */
        TableCard: {
            /** Table */
            table: string;
            label: components["schemas"]["Text"];
            help: components["schemas"]["Text"];
            /** Rows */
            rows: number;
        };
        /**
         * TableChange
         * @description New rows for a table, on top of a version the editor saw.
         */
        TableChange: {
            /** Base Version */
            base_version: number;
            /** Rows */
            rows: {
                [key: string]: string | null;
            }[];
            /**
             * Why
             * @default
             */
            why: string;
        };
        /**
         * TableQuestion
         * @description A table as CSV text, and its name for faults.
         */
        TableQuestion: {
            /**
             * Name
             * @default table.csv
             */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * TableView
         * @description One table of the park: columns and rows as written.
         */
        TableView: {
            /** Table */
            table: string;
            label: components["schemas"]["Text"];
            help: components["schemas"]["Text"];
            /** Version */
            version: number;
            /** Columns */
            columns: components["schemas"]["ColumnView"][];
            /** Rows */
            rows: {
                [key: string]: string | null;
            }[];
        };
        /**
         * TakenFactor
         * @description A factor as one side took it.
         */
        TakenFactor: {
            /** Value */
            value: number;
            /** Unit */
            unit: string;
            /** Factor Id */
            factor_id: string;
            /** Citation Id */
            citation_id: string;
            /** Clause */
            clause: string;
            /** Found */
            found: string;
        };
        /**
         * TargetGap
         * @description The distance of a scenario to a target.
         */
        TargetGap: {
            /** Target Id */
            target_id: string;
            label: components["schemas"]["Text"];
            /** Year */
            year: number;
            /** Limit */
            limit: number;
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            /** Gap */
            gap: number | null;
            /** Is Met */
            is_met: boolean | null;
            /** Cite */
            cite: string;
        };
        /**
         * Text
         * @description One text in both languages.
         */
        Text: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * TraceSlope
         * @description One driver's slope along k, per standard deviation and as the column came.
         */
        TraceSlope: {
            /** Code */
            code: string;
            /** Scaled */
            scaled: number[];
            /** Slope */
            slope: number[];
        };
        /**
         * TransferMatrix
         * @description Members by size of what they exchange, at most forty; how many are left out.
         */
        TransferMatrix: {
            /** Members */
            members: components["schemas"]["MatrixMember"][];
            /** Cells */
            cells: components["schemas"]["MatrixCell"][];
            /** Left Out */
            left_out: number;
        };
        /**
         * TreeScenario
         * @description One scenario of a tree; `keys` open the emissions of each year.
         */
        TreeScenario: {
            /** Scenario Id */
            scenario_id: string;
            label: components["schemas"]["Text"];
            /** Overlays */
            overlays: string[];
            /** Co2 T */
            co2_t: number[];
            /** Keys */
            keys: string[];
            /** By Carrier */
            by_carrier: components["schemas"]["Band"][];
            /** By Sector */
            by_sector: components["schemas"]["Band"][];
            /** Energy By Carrier */
            energy_by_carrier: components["schemas"]["Band"][];
            peak: components["schemas"]["PeakView"];
            base: components["schemas"]["Figure"];
            end: components["schemas"]["Figure"];
            cumulative: components["schemas"]["Figure"];
            /** Targets */
            targets: components["schemas"]["TargetGap"][];
            /** Stocks */
            stocks: components["schemas"]["StockBand"][];
        };
        /**
         * TrendInput
         * @description An input with what it puts into the trend's uncertainty.
         */
        TrendInput: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "activity" | "factor";
            name: components["schemas"]["Text"];
            /** Subject */
            subject: string;
            /** Quantity */
            quantity: string;
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            /**
             * Basis
             * @enum {string}
             */
            basis: "exact" | "stated" | "default" | "assumption" | "unknown";
            basis_label: components["schemas"]["Text"];
            distribution: components["schemas"]["Text"] | null;
            /** Lower Pct */
            lower_pct: number | null;
            /** Upper Pct */
            upper_pct: number | null;
            /** Cite */
            cite: string;
            /** Status */
            status: string;
            /** Document */
            document: string;
            /** Factor Id */
            factor_id: string | null;
            /** Table */
            table: string | null;
            /** Row */
            row: number | null;
            /** Records */
            records: string[];
            /** Channel */
            channel: string | null;
            /** Quality */
            quality: string | null;
            /**
             * Sensitivity
             * @enum {string}
             */
            sensitivity: "A" | "B";
            /** Points Per Percent */
            points_per_percent: number;
            /** Share */
            share: number;
        };
        /**
         * TrendView
         * @description The change between two years with its interval, in %.
         */
        TrendView: {
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            change_pct: components["schemas"]["Worth"];
            /** Inputs */
            inputs: components["schemas"]["TrendInput"][];
        };
        /**
         * Uncertainty
         * @description What a year's inventory is worth; lists hold the first 200 inputs.
         */
        Uncertainty: {
            /** Park Id */
            park_id: string;
            /** Member */
            member: string;
            /** Year */
            year: number;
            /** Version */
            version: number;
            /** Unit */
            unit: string;
            /** Draws */
            draws: number;
            /** Seed */
            seed: number;
            /** Clipped */
            clipped: number;
            finding: components["schemas"]["Text"];
            /** Is Shown */
            is_shown: boolean;
            /** Bases */
            bases: {
                [key: string]: components["schemas"]["Text"];
            };
            total: components["schemas"]["WorthFigure"];
            /** By Scope */
            by_scope: components["schemas"]["WorthFigure"][];
            /** By Member */
            by_member: components["schemas"]["WorthFigure"][];
            /** Contributions */
            contributions: components["schemas"]["ContributionView"][];
            /** Rest Share */
            rest_share: number;
            /** Rest Count */
            rest_count: number;
            /** Interactions */
            interactions: number;
            /** Is Exact */
            is_exact: boolean;
            /** Mend First */
            mend_first: components["schemas"]["MendView"][];
            /** Unknown */
            unknown: components["schemas"]["UnknownView"][];
            /** Unknown Count */
            unknown_count: number;
            trend: components["schemas"]["TrendView"] | null;
        };
        /**
         * UnknownView
         * @description An input whose range nobody states, with the tonnes that hang on it.
         */
        UnknownView: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "activity" | "factor";
            name: components["schemas"]["Text"];
            /** Subject */
            subject: string;
            /** Quantity */
            quantity: string;
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            /**
             * Basis
             * @enum {string}
             */
            basis: "exact" | "stated" | "default" | "assumption" | "unknown";
            basis_label: components["schemas"]["Text"];
            distribution: components["schemas"]["Text"] | null;
            /** Lower Pct */
            lower_pct: number | null;
            /** Upper Pct */
            upper_pct: number | null;
            /** Cite */
            cite: string;
            /** Status */
            status: string;
            /** Document */
            document: string;
            /** Factor Id */
            factor_id: string | null;
            /** Table */
            table: string | null;
            /** Row */
            row: number | null;
            /** Records */
            records: string[];
            /** Channel */
            channel: string | null;
            /** Quality */
            quality: string | null;
            /** Tonnes */
            tonnes: number;
            fix: components["schemas"]["Text"];
        };
        /**
         * UnsaidView
         * @description What these data cannot say, and what would.
         */
        UnsaidView: {
            /** Code */
            code: string;
            what: components["schemas"]["Text"];
            needs: components["schemas"]["Text"];
        };
        /**
         * Verdict
         * @description What a regression may and may not say here.
         */
        Verdict: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "identified" | "weak" | "under-determined";
            /** Is Reported */
            is_reported: boolean;
            /** Observations */
            observations: number;
            /** Dof */
            dof: number;
            /** Rank */
            rank: number;
            /** Drivers */
            drivers: string[];
            /** Not Estimable */
            not_estimable: string[];
            /** Null Direction */
            null_direction: {
                [key: string]: number;
            } | null;
            /** Line Point */
            line_point: {
                [key: string]: number;
            } | null;
            /** Intercept Point */
            intercept_point: number | null;
            /** Intercept Slope */
            intercept_slope: number | null;
            /** Contrasts */
            contrasts: {
                [key: string]: number;
            }[];
            headline: components["schemas"]["Text"];
            /** Reasons */
            reasons: components["schemas"]["Text"][];
            /** Needed */
            needed: components["schemas"]["Text"][];
        };
        /**
         * VersionBridge
         * @description Two versions of a kept inventory: old, new and the difference.
         */
        VersionBridge: {
            /** Inventory Id */
            inventory_id: string;
            /** Old Version */
            old_version: number;
            /** New Version */
            new_version: number;
            bridge: components["schemas"]["Bridge"];
        };
        /**
         * VersionView
         * @description One saved version of a park.
         */
        VersionView: {
            /** Version */
            version: number;
            /** Saved At */
            saved_at: string;
            /** Saved By */
            saved_by: string;
            /** Why */
            why: string;
            /** Digest */
            digest: string;
        };
        /**
         * Viewer
         * @description Who asks, and for which member.
         */
        Viewer: {
            /** Viewer Id */
            viewer_id: string;
            /** Role */
            role: string;
            /** Member Id */
            member_id: string | null;
        };
        /**
         * WedgeBand
         * @description What one driver makes of the difference. [t CO2]
         */
        WedgeBand: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Values */
            values: number[];
            end: components["schemas"]["Figure"];
            sum: components["schemas"]["Figure"];
        };
        /**
         * WedgeTotal
         * @description The whole difference: in the last year, summed after the first, and by year. [t CO2]
         */
        WedgeTotal: {
            end: components["schemas"]["Figure"];
            sum: components["schemas"]["Figure"];
            /** Values */
            values: number[];
        };
        /**
         * WhichQuestion
         * @description A table to be judged; `target` when a regression is thought of.
         */
        WhichQuestion: {
            /**
             * Name
             * @default table.csv
             */
            name: string;
            /** Text */
            text: string;
            /**
             * Target
             * @default
             */
            target: string;
        };
        /**
         * Worth
         * @description A value with its 95 % interval by both approaches, and how much of it is known.
         *
         *     `lower`, `upper`: approach 1 over stated ranges and documented defaults;
         *     `stated_only`: the same over stated ranges alone, null when nothing is stated;
         *     `shares`: of the tonnes, by the weakest range they hang on.
         */
        Worth: {
            /** Value */
            value: number;
            /** Lower */
            lower: number;
            /** Upper */
            upper: number;
            /** Percent */
            percent: number[] | null;
            /** Stated Only */
            stated_only: number[] | null;
            /** Shares */
            shares: {
                [key: string]: number;
            };
            approach_2: components["schemas"]["SimulatedView"] | null;
        };
        /**
         * WorthFigure
         * @description A figure of the inventory with its interval.
         */
        WorthFigure: {
            /** Value */
            value: number;
            /** Lower */
            lower: number;
            /** Upper */
            upper: number;
            /** Percent */
            percent: number[] | null;
            /** Stated Only */
            stated_only: number[] | null;
            /** Shares */
            shares: {
                [key: string]: number;
            };
            approach_2: components["schemas"]["SimulatedView"] | null;
            figure: components["schemas"]["Figure"];
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
        };
        /**
         * YearBefore
         * @description The same days a year before, at the places of the points.
         */
        YearBefore: {
            /** First */
            first: string;
            /** Last */
            last: string;
            /** Mean */
            mean: (number | null)[];
        };
        /**
         * YearComparison
         * @description A year beside the year before: what moved, vanished, is new, looks wrong.
         */
        YearComparison: {
            /** Park Id */
            park_id: string;
            /** Member Id */
            member_id: string;
            /** Version */
            version: number;
            /** From Year */
            from_year: number;
            /** To Year */
            to_year: number;
            /** Years */
            years: number[];
            bridge: components["schemas"]["Bridge"];
            /** Moved */
            moved: components["schemas"]["BridgeItem"][];
            /** Vanished */
            vanished: components["schemas"]["BridgeItem"][];
            /** New */
            new: components["schemas"]["BridgeItem"][];
            /** Looks */
            looks: components["schemas"]["Look"][];
            /** Missing */
            missing: components["schemas"]["FaultView"][];
        };
        /**
         * YearPoint
         * @description One projected year.
         */
        YearPoint: {
            /** Year */
            year: number;
            /** Co2 T */
            co2_t: number;
            /** Low T */
            low_t: number | null;
            /** High T */
            high_t: number | null;
            /** Energy Tce */
            energy_tce: number;
            /** Output Cny */
            output_cny: number;
            /** Branches */
            branches: {
                [key: string]: number;
            };
        };
        /**
         * YearRow
         * @description One year of the series behind figs. 3 to 6 of the paper.
         */
        YearRow: {
            /** Year */
            year: number;
            output_value: components["schemas"]["Figure"] | null;
            energy: components["schemas"]["Figure"] | null;
            energy_intensity: components["schemas"]["Figure"] | null;
            co2: components["schemas"]["Figure"] | null;
            co2_intensity: components["schemas"]["Figure"] | null;
            published_co2: components["schemas"]["Figure"] | null;
            /** Mix */
            mix: components["schemas"]["Slice"][];
            /** Mix Energy */
            mix_energy: components["schemas"]["Slice"][];
        };
        /**
         * ZeroCarbon
         * @description A park's year beside a set of zero-carbon indicators; the first basis is judged.
         */
        ZeroCarbon: {
            /** Park Id */
            park_id: string;
            /** Year */
            year: number;
            /** Set Id */
            set_id: string;
            label: components["schemas"]["Text"];
            /** Cite */
            cite: string;
            document: components["schemas"]["CitationView"] | null;
            /** Status */
            status: string;
            /** Sets */
            sets: components["schemas"]["SetView"][];
            /** Bases */
            bases: components["schemas"]["BasisView"][];
            /** Indicators */
            indicators: components["schemas"]["IndicatorView"][];
            /** Notes */
            notes: components["schemas"]["Text"][];
        };
        /**
         * OwnMethod
         * @description A member by its own method, beside the park's; never summed with others.
         */
        tanlu__web__api__methods__OwnMethod: {
            /** Member Id */
            member_id: string;
            label: components["schemas"]["Text"];
            /** Method Id */
            method_id: string;
            method: components["schemas"]["Text"];
            total: components["schemas"]["Figure"] | null;
            by_park_method: components["schemas"]["Figure"] | null;
            /** Is Complete */
            is_complete: boolean;
        };
        /**
         * OwnMethod
         * @description The whole change by one method.
         */
        tanlu__web__api__own_tables__OwnMethod: {
            /** Code */
            code: string;
            label: components["schemas"]["Text"];
            /** Effects */
            effects: components["schemas"]["OwnEffect"][];
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
    session_api_v1_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    parks_api_v1_parks_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkCard"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_park_api_v1_parks_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    park_api_v1_parks__park_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Park"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    series_api_v1_parks__park_id__series_get: {
        parameters: {
            query?: {
                member?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventory_api_v1_parks__park_id__inventory_get: {
        parameters: {
            query: {
                year: number;
                member?: string;
                boundary?: "park" | "enterprise" | "facility";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inventory"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drivers_api_v1_parks__park_id__drivers_get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drivers"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathway_api_v1_parks__park_id__pathway_get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pathway"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    figure_api_v1_parks__park_id__figures__key__get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    versions_api_v1_parks__park_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tables_api_v1_parks__park_id__tables_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableCard"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    table_api_v1_parks__park_id__tables__table__get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableView"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_api_v1_parks__park_id__tables__table__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_api_v1_parks__park_id__tables__table__preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                table: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePreview"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workbook_api_v1_parks__park_id__workbook_get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_api_v1_parks__park_id__import_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_v1_parks__park_id__import_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_api_v1_parks__park_id__import__upload_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Body_take_api_v1_parks__park_id__import__upload_id__put"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_api_v1_parks__park_id__reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_list_api_v1_jobs_get: {
        parameters: {
            query?: {
                park_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_api_v1_jobs__job_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_api_v1_jobs__job_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_file_api_v1_jobs__job_id__files__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subjects_api_v1_factors_get: {
        parameters: {
            query?: {
                search?: string;
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectView"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    factors_api_v1_factors__subject__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorView"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calc_api_v1_calc_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuickQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickAnswer"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    methods_api_v1_methods_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodView"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    citations_api_v1_citations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitationView"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    curve_api_v1_parks__park_id__readings_curve_get: {
        parameters: {
            query?: {
                by?: "auto" | "native" | "hour" | "day";
                align?: "weekday" | "date";
                channel?: string;
                member?: string;
                system?: string;
                carrier?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadCurve"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heat_api_v1_parks__park_id__readings_heat_get: {
        parameters: {
            query?: {
                what?: "energy" | "carbon";
                channel?: string;
                member?: string;
                system?: string;
                carrier?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatMap"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    channels_api_v1_parks__park_id__readings_channels_get: {
        parameters: {
            query?: {
                search?: string;
                channel?: string;
                member?: string;
                system?: string;
                carrier?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTree"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quality_api_v1_parks__park_id__readings_quality_get: {
        parameters: {
            query?: {
                offset?: number;
                channel?: string;
                member?: string;
                system?: string;
                carrier?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingQuality"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    measured_api_v1_parks__park_id__measured_get: {
        parameters: {
            query: {
                year: number;
                member?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measured"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    guide_api_v1_parks__park_id__guide_get: {
        parameters: {
            query?: {
                year?: number;
                member?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guide"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quality_api_v1_parks__park_id__quality_get: {
        parameters: {
            query?: {
                year?: number;
                member?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    park_systems_api_v1_parks__park_id__systems_get: {
        parameters: {
            query?: {
                year?: number;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Systems"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    all_systems_api_v1_systems_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemView"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_api_v1_parks__park_id__templates__system__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                system: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_template_api_v1_parks__park_id__templates_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_take_template_api_v1_parks__park_id__templates_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_api_v1_parks__park_id__decisions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policies_api_v1_knowledge_policies_get: {
        parameters: {
            query?: {
                words?: string;
                level?: string;
                place?: string;
                year?: number;
                indicator?: string;
                theme?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_api_v1_knowledge_policies__policy_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    options_api_v1_knowledge_options_get: {
        parameters: {
            query?: {
                words?: string;
                kind?: string;
                direction?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionList"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    option_api_v1_knowledge_options__option_id__get: {
        parameters: {
            query?: {
                on?: string;
                prices?: number;
            };
            header?: never;
            path: {
                option_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionView"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_api_v1_parks__park_id__methods_compare_get: {
        parameters: {
            query: {
                first: string;
                second: string;
                year: number;
                member?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodComparison"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    split_api_v1_parks__park_id__drivers_split_get: {
        parameters: {
            query?: {
                identity?: "" | "carrier" | "enterprise" | "enterprise_output" | "output" | "energy";
                from_year?: number;
                to_year?: number;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverSplit"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decoupling_api_v1_parks__park_id__drivers_decoupling_get: {
        parameters: {
            query?: {
                from_year?: number;
                to_year?: number;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkDecoupling"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    regression_api_v1_parks__park_id__drivers_regression_get: {
        parameters: {
            query?: {
                method?: "ols" | "ridge" | "pls" | "pcr" | "lasso" | "bayes";
                k?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Regression"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    which_api_v1_parks__park_id__drivers_which_get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodAdvice"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    table_api_v1_explain_table_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnContent"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnTable"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lmdi_api_v1_explain_lmdi_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LmdiQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLmdi"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    regress_api_v1_explain_regress_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegressQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Regression"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decoupling_api_v1_explain_decoupling_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecouplingQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDecoupling"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    which_api_v1_explain_which_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhichQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodAdvice"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readings_api_v1_parks__park_id__readings_get: {
        parameters: {
            query?: {
                channel?: string[] | null;
                /** @description instant or local time, included */
                from?: string;
                /** @description instant or local time, not included */
                to?: string;
                limit?: number;
                cursor?: string;
                format?: ("json" | "ndjson" | "csv" | "arrow" | "parquet") | null;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsPage"];
                    "application/x-ndjson": unknown;
                    "text/csv": unknown;
                    "application/vnd.apache.arrow.stream": unknown;
                    "application/vnd.apache.parquet": unknown;
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    push_api_v1_parks__park_id__readings_post: {
        parameters: {
            query?: {
                partial?: boolean;
                /** @description what `at` marks */
                marks?: "start" | "end";
                why?: string;
            };
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/json": unknown;
                "application/vnd.apache.arrow.stream": unknown;
                "application/vnd.apache.parquet": unknown;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsReceipt"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readings_history_api_v1_parks__park_id__readings_history_get: {
        parameters: {
            query: {
                channel: string;
                /** @description instant or local time, included */
                from?: string;
                /** @description instant or local time, not included */
                to?: string;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingsHistory"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_api_v1_parks__park_id__readings_files_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_v1_parks__park_id__readings_files_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingFile"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_api_v1_parks__park_id__readings_files__upload_id__preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Body_preview_api_v1_parks__park_id__readings_files__upload_id__preview_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadedFile"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_api_v1_parks__park_id__readings_files__upload_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Body_take_api_v1_parks__park_id__readings_files__upload_id__put"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadedFile"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    marked_api_v1_parks__park_id__readings_files__upload_id__marked_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventories_api_v1_parks__park_id__inventories_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSeries"][];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_api_v1_parks__park_id__inventories_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSeries"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventory_versions_api_v1_parks__park_id__inventories__inventory_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                inventory_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSeries"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventory_version_api_v1_parks__park_id__inventories__inventory_id__versions__version__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                inventory_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptInventory"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_api_v1_parks__park_id__inventories__inventory_id__versions__version__accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
                inventory_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptSeries"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventory_bridge_api_v1_parks__park_id__inventories__inventory_id__bridge_get: {
        parameters: {
            query?: {
                old?: number;
                new?: number;
            };
            header?: never;
            path: {
                park_id: string;
                inventory_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionBridge"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    base_year_api_v1_parks__park_id__base_year_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseYear"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_api_v1_parks__park_id__compare_get: {
        parameters: {
            query?: {
                from_year?: number;
                to_year?: number;
                member?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearComparison"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scenario_tree_api_v1_parks__park_id__scenarios_get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioTree"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scenario_wedges_api_v1_parks__park_id__scenarios_wedges_get: {
        parameters: {
            query: {
                first: string;
                second: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioWedges"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diagnosis_api_v1_parks__park_id__diagnosis_get: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diagnosis"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    both_views_api_v1_parks__park_id__scope2_get: {
        parameters: {
            query: {
                year: number;
                member?: string;
                boundary?: string;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scope2"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carbon_picture_api_v1_parks__park_id__trace_picture_get: {
        parameters: {
            query?: {
                at?: string;
                year?: number;
                most?: number;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarbonPicture"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carbon_members_api_v1_parks__park_id__trace_statements_get: {
        parameters: {
            query?: {
                at?: string;
                year?: number;
                most?: number;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarbonMembers"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carbon_statement_api_v1_parks__park_id__trace_members__member_id__statement_get: {
        parameters: {
            query?: {
                month?: string;
                year?: number;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyCarbon"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carbon_map_api_v1_parks__park_id__trace_map_get: {
        parameters: {
            query?: {
                at?: string;
                carrier?: string;
                year?: number;
                most?: number;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarbonMap"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carbon_node_api_v1_parks__park_id__trace_nodes__node_id__get: {
        parameters: {
            query: {
                carrier: string;
                day: string;
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
                node_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarbonNode"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    member_day_api_v1_parks__park_id__trace_members__member_id__day_get: {
        parameters: {
            query: {
                day: string;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDay"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    green_ledger_api_v1_parks__park_id__trace_green_ledger_get: {
        parameters: {
            query: {
                day: string;
                member?: string;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GreenLedger"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    park_transfers_api_v1_parks__park_id__trace_get: {
        parameters: {
            query?: {
                year?: number;
                month?: string;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkTransfers"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    carbon_network_api_v1_parks__park_id__trace_network_get: {
        parameters: {
            query?: {
                year?: number;
                month?: string;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarbonNetwork"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    day_of_park_api_v1_parks__park_id__trace_hours_get: {
        parameters: {
            query: {
                day: string;
                hour?: number | null;
                member?: string;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarbonDay"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    green_of_park_api_v1_parks__park_id__trace_green_get: {
        parameters: {
            query: {
                day: string;
                level?: "enterprise" | "facility";
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GreenDay"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joint_of_park_api_v1_parks__park_id__trace_joint_get: {
        parameters: {
            query?: {
                year?: number;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JointPlants"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    member_carbon_api_v1_parks__park_id__trace_members__member_id__get: {
        parameters: {
            query?: {
                year?: number;
                level?: "enterprise" | "facility";
                view?: "location" | "market" | "booked";
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCarbon"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_of_tables_api_v1_trace_flow_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowOfTables"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchange_of_table_api_v1_trace_exchange_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeOfTable"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    byproducts_of_table_api_v1_trace_byproducts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ByproductsOfTable"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uncertainty_api_v1_parks__park_id__uncertainty_get: {
        parameters: {
            query: {
                year: number;
                member?: string;
                from_year?: number;
                draws?: number;
                seed?: number;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uncertainty"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    zero_carbon_api_v1_parks__park_id__zero_carbon_get: {
        parameters: {
            query?: {
                indicator_set?: string;
                year?: number;
                version?: number;
            };
            header?: never;
            path: {
                park_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZeroCarbon"];
                };
            };
            /** @description What is wrong, where, and the way out */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
