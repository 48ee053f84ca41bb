/* Generated from the server's OpenAPI document by `npm run generate-api-types`. */

export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check whether the server is ready */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description Done */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List providers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProviderList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List model configs in their order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfigList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a model config */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelConfigCreate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfig"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reorder model configs; unlisted ones come last */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelConfigOrder"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a model config */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfig"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Update a model config */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelConfigUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfig"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a model config */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a model config with its key */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfig"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/refused-parameters/{parameter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Send a rejected parameter again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    parameter: "contextWindow" | "maxOutputTokens" | "temperature" | "topP" | "topK" | "presencePenalty" | "frequencyPenalty" | "seed" | "reasoningEffort";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview how a base URL is resolved, without sending a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddressDraft"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddressPreview"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List the models of a provider, from a cache with its age */
        post: {
            parameters: {
                query?: {
                    refresh?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelListDraft"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FetchedModels"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test a model step by step, saved or not, without saving anything */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelConfigDraft"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConnectionTest"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/test/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the same test and stream each step
         * @description One JSON object per line: each step when it is done, then the whole result.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelConfigDraft"];
                };
            };
            responses: {
                /** @description The lines */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": components["schemas"]["TestLine"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test a saved model and store the result with it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConnectionTest"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export model configs, without API keys, secret headers and secret fields */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfigExport"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import model configs; says why any entry is rejected */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelConfigImport"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelConfigImported"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the report on a model, finished or in progress */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelReportState"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start a report on a model, or go on with it, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description In the currency of the model's price; null for no limit
                         * @default null
                         */
                        maxCost?: number | null;
                        /**
                         * @description Keep the turns that were measured before
                         * @default false
                         */
                        resume?: boolean;
                    };
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelReport"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/report/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a report on a model will use and cost, about; nothing is sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExpectedUse"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/report/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel the report on a model; what was measured stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all gamebooks, including broken ones, shipped ones first */
        get: {
            parameters: {
                query?: {
                    source?: "example" | "local";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a gamebook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GamebookCreate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a gamebook with its diagnostics */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a gamebook of your own; its sessions are kept */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks/{namespace}/{name}/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a gamebook into your own folder */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks/{namespace}/{name}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check a gamebook (may take seconds; contains spoilers) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookCheck"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks/{namespace}/{name}/check/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Run the same check and stream its progress
         * @description One JSON object per line: the progress every few seconds at least, then the result, or a problem if there is none. Closing the connection cancels the check, unless another client waits for it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lines */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": components["schemas"]["CheckLine"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks/{namespace}/{name}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the gamebook's source */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookSource"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replace the source; saved even with errors, which the response lists */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GamebookSource"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GamebookDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gamebooks/{namespace}/{name}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the cover image */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    namespace: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The image */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/*": unknown;
                    };
                };
                /** @description Done */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions, most recently played first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    gamebookId?: string;
                    deleted?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start a session; the opening is generated automatically */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionCreate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a session with the story so far */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a session; a running answer is stopped first
         * @description It can be restored for 30 days, unless it is deleted `forever`.
         */
        delete: {
            parameters: {
                query?: {
                    forever?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change the title, the model config or settings; omitted ones stay unchanged */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/sessions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a session with all versions of its messages */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the state of the story at the head or after a message */
        get: {
            parameters: {
                query?: {
                    messageId?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionState"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List earlier messages of the story, oldest first */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePage"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Send the player's message; the answer arrives on the event stream */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageCreate"];
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TurnAccepted"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the story so far, newest message first
         * @description Case and accents are ignored.
         */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchResult"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the running answer and keep its text */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/messages/{messageId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request another answer to the same message, by the id of the answer or the message */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    messageId: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["MessageRetry"] | null;
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetryAccepted"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/messages/{messageId}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Edit a message; earlier versions and their answers are kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    messageId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageEdit"];
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TurnAccepted"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start over with a new opening, as a new branch */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Undo, redo, or switch to a sibling */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HeadUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy the story up to a message into a new session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ForkCreate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/forks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the last turns at which something else could have been done, the last one first
         * @description At most three, without saying what else: only how much.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionForkList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/play-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a new session with the same gamebook, narrator, answers and settings */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what is sent to the narrator with the next message, and what is left out */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionMemory"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pin text of a message: it is sent with every request while the message is part of the story */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PinCreate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Pin"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/pins/{pinId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a pin */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    pinId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the player's note to the narrator; an empty text removes it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoteUpdate"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the summary of the story so far, from the next message on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SummaryUpdate"];
                };
            };
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Session events as Server-Sent Events
         * @description Each `data` line holds one event as JSON. The first is a snapshot; a `heartbeat` comes every 15 seconds.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The stream */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["LiveEvent"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/next-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what would be sent with the next message; nothing is sent */
        get: {
            parameters: {
                query?: {
                    text?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextRequest"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Get what would be sent with this message; nothing is sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The message that would be sent */
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextRequest"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/next-request/body": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get the body that would be sent with this message, with masked secrets; nothing is sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The message that would be sent */
                        text: string;
                    };
                };
            };
            responses: {
                /** @description The body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the requests of a session, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    sessionId?: string;
                    messageId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentRequestList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the text of the requests of a session */
        get: {
            parameters: {
                query?: {
                    sessionId?: string;
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RequestSearchResult"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how long the text of requests is kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RequestSettings"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change how long the text of requests is kept; what is too old is removed */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RequestSettings"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RequestSettings"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how many requests have their text, and its size */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeptRequestTexts"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove the texts of all requests; their tokens and costs stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a request with its blocks, compared with the request before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentRequestDetail"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{id}/body": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the body of a request as it was sent, with masked secrets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what was used and what it cost, by day and by model */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    modelConfigId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UsageReport"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what the first turn of a gamebook will cost with a model, about; nothing is sent */
        get: {
            parameters: {
                query?: {
                    gamebookId?: string;
                    modelConfigId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UsageEstimate"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what sessions used and cost, most recently played first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionUsageList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what the answers of a session used and cost, in their order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionUsage"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-configs/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the prices of a model, and where they come from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelPrices"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Enter the prices of a model; they count from the next request */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Prices"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelPrices"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove the prices that were entered */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List budgets with what is used of them now; those of each session as a session has used them */
        get: {
            parameters: {
                query?: {
                    sessionId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BudgetList"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a budget; it counts what was used since its day, month or sessions began */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BudgetCreate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Budget"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/budgets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a budget */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change the limit of a budget, from the next request on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BudgetUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Budget"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the story settings of new sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StorySettings"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replace the story settings of new sessions; omitted ones are reset */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StorySettingsUpdate"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StorySettings"];
                    };
                };
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an OpenAPI 3.1 document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an HTML page */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Error */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
         * @example {
         *       "type": "urn:llm-gamebook:problem:turn-running",
         *       "title": "Conflict",
         *       "status": 409,
         *       "detail": "The narrator is still answering.",
         *       "code": "turn-running",
         *       "hint": "Wait for the answer or stop it, then send again."
         *     }
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What happened */
            detail: string;
            /** @description Stable, kebab-case */
            code: string;
            /** @description What to do next */
            hint: string;
            /** @description Messages by field */
            errors?: {
                [key: string]: string;
            };
            requestId?: string;
        };
        Health: {
            /** @enum {string} */
            status: "ready" | "degraded";
            /** @description Empty if the server has a password and the request does not */
            version: string;
            /** @enum {string} */
            database: "ready" | "unreachable" | "damaged";
            /** @description What to do if the database is damaged */
            hint?: string;
        };
        ProviderList: {
            data: components["schemas"]["Provider"][];
        };
        Provider: {
            /** @enum {string} */
            id: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            label: string;
            defaultBaseUrl: string | null;
            baseUrlRequired: boolean;
            /** @description At the default base URL */
            apiKeyRequired: boolean;
            apiKeyEnvironmentVariable: string | null;
            /** @description The page where users create keys */
            apiKeyUrl: string | null;
            parameters: {
                [key: string]: components["schemas"]["ParameterFacts"];
            };
            /**
             * @deprecated
             * @description Whether its default URL is on this machine; use `ModelConfig.local`
             */
            local: boolean;
        };
        ParameterFacts: {
            supported: boolean;
            min?: number;
            max?: number;
            values?: string[];
            /** @description Which of its models ignore or reject it */
            limitation?: string;
            /**
             * @deprecated
             * @description Use `limitation`
             */
            note?: string;
        };
        ModelConfigList: {
            data: components["schemas"]["ModelConfig"][];
            count: number;
            /** @description Configs that this version can’t read, such as those of unknown providers: stored, but not used */
            unsupported: {
                /** Format: uuid */
                id: string;
                name: string;
                provider: string;
            }[];
        };
        ModelConfig: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            modelName: string;
            baseUrl: string | null;
            exactAddress: boolean;
            inOnePiece: boolean;
            /** @enum {string} */
            toolStyle: "growing" | "narrow" | "text";
            timeouts: {
                /**
                 * @description Until the answer begins
                 * @default null
                 */
                firstWord: number | null;
                /**
                 * @description Until the answer ends
                 * @default null
                 */
                total: number | null;
            };
            /** @default null */
            contextWindow: number | null;
            /** @default null */
            maxOutputTokens: number | null;
            /** @default null */
            temperature: number | null;
            /** @default null */
            topP: number | null;
            /** @default null */
            topK: number | null;
            /** @default null */
            presencePenalty: number | null;
            /** @default null */
            frequencyPenalty: number | null;
            /** @default null */
            seed: number | null;
            /** @default null */
            reasoningEffort: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
            /** @default null */
            extraHeaders: {
                [key: string]: string;
            } | null;
            /** @default null */
            extraBody: {
                [key: string]: components["schemas"]["Json"];
            } | null;
            apiKey: {
                /** @enum {string} */
                source: "stored" | "environment" | "none" | "unreadable";
                lastFour?: string;
                /** @description The environment variable whose key for this host is used if none is stored */
                environmentVariable?: string;
            };
            /** @description The exact request URL */
            resolvedUrl: string | null;
            refusedParameters: components["schemas"]["RefusedParameter"][];
            /** @description What is wrong with the saved settings, by field; `saved` for all of them */
            problems: {
                [key: string]: string;
            };
            lastTest: components["schemas"]["ConnectionTest"] | null;
            sessionCount: number;
            /** @description Whether the model runs on the server's machine, judging by its host */
            local: boolean;
            /** @description What was changed when it was saved */
            saveNotes: string[];
            /**
             * @deprecated
             * @description Use `saveNotes`
             */
            notes: string[];
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            updatedAt: string;
        };
        Json: null | boolean | number | string | components["schemas"]["Json"][] | {
            [key: string]: components["schemas"]["Json"];
        };
        RefusedParameter: {
            parameter: string;
            /** @description The provider's message */
            reason: string;
        };
        ConnectionTest: {
            /**
             * @deprecated
             * @description Whether no step failed; use `status`
             */
            ok: boolean;
            steps: {
                /** @enum {string} */
                step: "reach" | "authenticate" | "model" | "stream" | "tool-call";
                ok: boolean;
                /**
                 * @description `warning`: it works, but the hint says what may go wrong
                 * @enum {string}
                 */
                status?: "passed" | "warning" | "failed";
                ms: number;
                code?: string;
                detail?: string;
                hint?: string;
                /** @description Changes of the form that may help, the best first */
                proposals?: components["schemas"]["ModelConfigProposal"][];
            }[];
            /** Format: date-time */
            testedAt: string;
            /**
             * @description `warning`: no step failed, but at least one has a hint
             * @enum {string}
             */
            status: "passed" | "warning" | "failed";
        };
        ModelConfigProposal: {
            modelName?: string;
            baseUrl?: string;
            exactAddress?: boolean;
            inOnePiece?: boolean;
            /** @enum {string} */
            toolStyle?: "growing" | "narrow" | "text";
            contextWindow?: null;
            maxOutputTokens?: null;
            temperature?: null;
            topP?: null;
            topK?: null;
            presencePenalty?: null;
            frequencyPenalty?: null;
            seed?: null;
            reasoningEffort?: null;
        };
        ModelConfigCreate: {
            name: string;
            /** @enum {string} */
            provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            /** @description In any form users paste; null for the provider's default */
            baseUrl?: string | null;
            /**
             * @description Use the URL exactly as entered
             * @default false
             */
            exactAddress?: boolean;
            modelName: string;
            /** @default null */
            contextWindow?: number | null;
            /** @default null */
            maxOutputTokens?: number | null;
            /** @default null */
            temperature?: number | null;
            /** @default null */
            topP?: number | null;
            /** @default null */
            topK?: number | null;
            /** @default null */
            presencePenalty?: number | null;
            /** @default null */
            frequencyPenalty?: number | null;
            /** @default null */
            seed?: number | null;
            /** @default null */
            reasoningEffort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
            /** @default null */
            extraHeaders?: {
                [key: string]: string;
            } | null;
            /** @default null */
            extraBody?: {
                [key: string]: components["schemas"]["Json"];
            } | null;
            /**
             * @description For servers that can't stream: the answer is requested whole
             * @default false
             */
            inOnePiece?: boolean;
            /**
             * @description How the model gets its functions: `growing` as tools that take any text, `narrow` as tools with only the arguments that are possible now, `text` in words, for models without tools
             * @default growing
             * @enum {string}
             */
            toolStyle?: "growing" | "narrow" | "text";
            /**
             * @default {
             *       "firstWord": null,
             *       "total": null
             *     }
             */
            timeouts?: {
                /**
                 * @description Until the answer begins
                 * @default null
                 */
                firstWord?: number | null;
                /**
                 * @description Until the answer ends
                 * @default null
                 */
                total?: number | null;
            };
            /** @description Write-only. Spaces around it are removed, with a note. */
            apiKey?: string;
        };
        ModelConfigOrder: {
            ids: string[];
        };
        ModelConfigUpdate: {
            name: string;
            /** @enum {string} */
            provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            /** @description In any form users paste; null for the provider's default */
            baseUrl?: string | null;
            /**
             * @description Use the URL exactly as entered
             * @default false
             */
            exactAddress?: boolean;
            modelName: string;
            /** @default null */
            contextWindow?: number | null;
            /** @default null */
            maxOutputTokens?: number | null;
            /** @default null */
            temperature?: number | null;
            /** @default null */
            topP?: number | null;
            /** @default null */
            topK?: number | null;
            /** @default null */
            presencePenalty?: number | null;
            /** @default null */
            frequencyPenalty?: number | null;
            /** @default null */
            seed?: number | null;
            /** @default null */
            reasoningEffort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
            /** @default null */
            extraHeaders?: {
                [key: string]: string;
            } | null;
            /** @default null */
            extraBody?: {
                [key: string]: components["schemas"]["Json"];
            } | null;
            /**
             * @description For servers that can't stream: the answer is requested whole
             * @default false
             */
            inOnePiece?: boolean;
            /**
             * @description How the model gets its functions: `growing` as tools that take any text, `narrow` as tools with only the arguments that are possible now, `text` in words, for models without tools
             * @default growing
             * @enum {string}
             */
            toolStyle?: "growing" | "narrow" | "text";
            /**
             * @default {
             *       "firstWord": null,
             *       "total": null
             *     }
             */
            timeouts?: {
                /**
                 * @description Until the answer begins
                 * @default null
                 */
                firstWord?: number | null;
                /**
                 * @description Until the answer ends
                 * @default null
                 */
                total?: number | null;
            };
            apiKey?: string | null;
            /**
             * Format: date-time
             * @description The `updatedAt` of the config that was edited: if it has changed since, nothing is saved (409 `edited-elsewhere`)
             */
            updatedAt?: string;
        };
        AddressDraft: {
            /** @enum {string} */
            provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            /** @description In any form users paste; null for the provider's default */
            baseUrl?: string | null;
            /**
             * @description Use the URL exactly as entered
             * @default false
             */
            exactAddress?: boolean;
            /** @default  */
            modelName?: string;
            /**
             * Format: uuid
             * @description The model config being edited
             */
            id?: string;
        };
        AddressPreview: {
            baseUrl: string | null;
            listUrl: string | null;
            /** @description The exact request URL for stories */
            chatUrl: string | null;
            /** @description What was changed in the typed URL */
            notes: string[];
            refusal: string | null;
            /** @description Advice about this URL */
            hint: string | null;
            /** @description The stored key belongs to another host: saving without a new key removes it */
            clearsKey: boolean;
            /** @description The environment variable whose key is used if none is stored */
            environmentVariable: string | null;
            /** @description The parameters that this model at this host rejects */
            refusedParameters: components["schemas"]["RefusedParameter"][];
        };
        ModelListDraft: {
            /** @default  */
            name?: string;
            /** @enum {string} */
            provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            /** @description In any form users paste; null for the provider's default */
            baseUrl?: string | null;
            /**
             * @description Use the URL exactly as entered
             * @default false
             */
            exactAddress?: boolean;
            /** @default  */
            modelName?: string;
            /** @default null */
            contextWindow?: number | null;
            /** @default null */
            maxOutputTokens?: number | null;
            /** @default null */
            temperature?: number | null;
            /** @default null */
            topP?: number | null;
            /** @default null */
            topK?: number | null;
            /** @default null */
            presencePenalty?: number | null;
            /** @default null */
            frequencyPenalty?: number | null;
            /** @default null */
            seed?: number | null;
            /** @default null */
            reasoningEffort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
            /** @default null */
            extraHeaders?: {
                [key: string]: string;
            } | null;
            /** @default null */
            extraBody?: {
                [key: string]: components["schemas"]["Json"];
            } | null;
            /**
             * @description For servers that can't stream: the answer is requested whole
             * @default false
             */
            inOnePiece?: boolean;
            /**
             * @description How the model gets its functions: `growing` as tools that take any text, `narrow` as tools with only the arguments that are possible now, `text` in words, for models without tools
             * @default growing
             * @enum {string}
             */
            toolStyle?: "growing" | "narrow" | "text";
            /**
             * @default {
             *       "firstWord": null,
             *       "total": null
             *     }
             */
            timeouts?: {
                /**
                 * @description Until the answer begins
                 * @default null
                 */
                firstWord?: number | null;
                /**
                 * @description Until the answer ends
                 * @default null
                 */
                total?: number | null;
            };
            /** Format: uuid */
            id?: string;
            apiKey?: string | null;
        };
        FetchedModels: {
            data: components["schemas"]["ListedModel"][];
            /**
             * Format: date-time
             * @description When the provider sent the list
             */
            fetchedAt: string;
            /** @description Why the list couldn't be refreshed */
            refreshError: string | null;
            /**
             * @deprecated
             * @description Use `refreshError`
             */
            problem: string | null;
        };
        ListedModel: {
            id: string;
            contextWindow?: number;
            tools?: boolean;
            vision?: boolean;
            reasoning?: boolean;
            /** @description US dollars per million tokens */
            price?: {
                input: number;
                output: number;
                cachedInput?: number;
                cacheWrite?: number;
            };
        };
        ModelConfigDraft: {
            /** @default  */
            name?: string;
            /** @enum {string} */
            provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
            /** @description In any form users paste; null for the provider's default */
            baseUrl?: string | null;
            /**
             * @description Use the URL exactly as entered
             * @default false
             */
            exactAddress?: boolean;
            modelName: string;
            /** @default null */
            contextWindow?: number | null;
            /** @default null */
            maxOutputTokens?: number | null;
            /** @default null */
            temperature?: number | null;
            /** @default null */
            topP?: number | null;
            /** @default null */
            topK?: number | null;
            /** @default null */
            presencePenalty?: number | null;
            /** @default null */
            frequencyPenalty?: number | null;
            /** @default null */
            seed?: number | null;
            /** @default null */
            reasoningEffort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
            /** @default null */
            extraHeaders?: {
                [key: string]: string;
            } | null;
            /** @default null */
            extraBody?: {
                [key: string]: components["schemas"]["Json"];
            } | null;
            /**
             * @description For servers that can't stream: the answer is requested whole
             * @default false
             */
            inOnePiece?: boolean;
            /**
             * @description How the model gets its functions: `growing` as tools that take any text, `narrow` as tools with only the arguments that are possible now, `text` in words, for models without tools
             * @default growing
             * @enum {string}
             */
            toolStyle?: "growing" | "narrow" | "text";
            /**
             * @default {
             *       "firstWord": null,
             *       "total": null
             *     }
             */
            timeouts?: {
                /**
                 * @description Until the answer begins
                 * @default null
                 */
                firstWord?: number | null;
                /**
                 * @description Until the answer ends
                 * @default null
                 */
                total?: number | null;
            };
            /** Format: uuid */
            id?: string;
            apiKey?: string | null;
        };
        TestLine: {
            /** @enum {string} */
            step: "reach" | "authenticate" | "model" | "stream" | "tool-call";
            ok: boolean;
            /**
             * @description `warning`: it works, but the hint says what may go wrong
             * @enum {string}
             */
            status?: "passed" | "warning" | "failed";
            ms: number;
            code?: string;
            detail?: string;
            hint?: string;
            /** @description Changes of the form that may help, the best first */
            proposals?: components["schemas"]["ModelConfigProposal"][];
        } | {
            /** @constant */
            loading: true;
        } | components["schemas"]["ConnectionTest"];
        ModelConfigExport: {
            /** @constant */
            format: "llm-gamebook/model-configs";
            /** @constant */
            version: 1;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            exportedAt: string;
            modelConfigs: {
                name: string;
                /** @enum {string} */
                provider: "anthropic" | "deepseek" | "google" | "mistral" | "ollama" | "openai" | "openrouter" | "xai" | "openai-compatible" | "builtin";
                modelName: string;
                baseUrl: string | null;
                exactAddress: boolean;
                inOnePiece: boolean;
                /** @enum {string} */
                toolStyle: "growing" | "narrow" | "text";
                timeouts: {
                    /**
                     * @description Until the answer begins
                     * @default null
                     */
                    firstWord: number | null;
                    /**
                     * @description Until the answer ends
                     * @default null
                     */
                    total: number | null;
                };
                /** @default null */
                contextWindow: number | null;
                /** @default null */
                maxOutputTokens: number | null;
                /** @default null */
                temperature: number | null;
                /** @default null */
                topP: number | null;
                /** @default null */
                topK: number | null;
                /** @default null */
                presencePenalty: number | null;
                /** @default null */
                frequencyPenalty: number | null;
                /** @default null */
                seed: number | null;
                /** @default null */
                reasoningEffort: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
                /** @default null */
                extraHeaders: {
                    [key: string]: string;
                } | null;
                /** @default null */
                extraBody: {
                    [key: string]: components["schemas"]["Json"];
                } | null;
            }[];
            /** @description What the file leaves out besides API keys: secret headers and fields, as `model: name` */
            leftOut: string[];
        };
        ModelConfigImport: {
            /** @constant */
            format: "llm-gamebook/model-configs";
            /** @constant */
            version: 1;
            modelConfigs: unknown[];
        };
        ModelConfigImported: {
            created: components["schemas"]["ModelConfig"][];
            refused: {
                /** @description Its position in the file, from 0 */
                index: number;
                name: string | null;
                reason: string;
                /** @description Messages by field */
                errors: {
                    [key: string]: string;
                };
            }[];
        };
        ModelReportState: {
            /** @description null if the model was not measured */
            report: components["schemas"]["ModelReport"] | null;
        };
        ModelReport: {
            /**
             * @description `interrupted`: it was running when the server stopped
             * @enum {string}
             */
            status: "running" | "finished" | "canceled" | "cost-limit" | "time-limit" | "failed" | "interrupted";
            /** @description Turns that were measured */
            done: number;
            total: number;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            updatedAt: string;
            /** @description Of the turns so far */
            result: components["schemas"]["BenchmarkReport"];
            /** @description Why the report failed */
            error: components["schemas"]["TurnError"] | null;
        };
        ModelRecommendation: {
            /** @enum {string} */
            verdict: "good" | "usable" | "poor" | "unsuited" | "unknown";
            /** @description One or two sentences */
            text: string;
        };
        BenchmarkFigures: {
            /** @enum {string} */
            arm: "prompt" | "tools" | "conditions" | "full";
            /** @description Turns that were measured */
            turns: number;
            /** @description Turns that were not measured, because the provider failed */
            failed: number;
            /** @description Turns with text */
            answered: {
                hits: number;
                of: number;
            };
            /** @description Calls that were due and made */
            callsMade: {
                hits: number;
                of: number;
            };
            /** @description Attempts at a call that was due, with the right arguments */
            argumentsRight: {
                hits: number;
                of: number;
            };
            /** @description Turns in which several calls were due, and all were made and right */
            severalAtOnce: {
                hits: number;
                of: number;
            };
            /** @description Turns in which no call was due, and none was made */
            quiet: {
                hits: number;
                of: number;
            };
            /** @description Calls that were neither due nor allowed, in all turns */
            extraCalls: number;
            refusalsNarrated: {
                hits: number;
                of: number;
            };
            secretsKept: {
                hits: number;
                of: number;
            };
            languageKept: {
                hits: number;
                of: number;
            };
            /** @description Answers with half to one and a half times the words that were asked for */
            lengthKept: {
                hits: number;
                of: number;
            };
            /** @description Words written for each word asked for: the median */
            lengthRatio: number | null;
            /** @description Passages that contradict the engine, in 100 turns */
            driftPer100: number | null;
            /** @description The median */
            firstWordMs: number | null;
            /** @description The median */
            wordsPerSecond: number | null;
            /** @description Per turn: the mean */
            inputTokens: number | null;
            /** @description Per turn: the mean */
            outputTokens: number | null;
            /** @description The mean */
            costPerTurn: number | null;
        };
        BenchmarkReport: {
            recommendation: components["schemas"]["ModelRecommendation"];
            /** @description One for each arm that has results */
            figures: components["schemas"]["BenchmarkFigures"][];
            /** @description Of all turns; null if it is not known */
            cost: number | null;
            currency: string | null;
        };
        TurnError: {
            code: string;
            detail: string;
            hint: string;
            retryable: boolean;
            retryAfterSeconds?: number;
            status?: number;
            providerMessage?: string;
            host?: string;
            providerCode?: string;
            parameter?: string;
            requestId?: string;
            budgetId?: string;
        };
        ExpectedUse: {
            turns: number;
            requests: number;
            inputTokens: number;
            outputTokens: number;
            /** @description null if the price is not known */
            cost: number | null;
            currency: string | null;
        };
        GamebookList: {
            data: components["schemas"]["GamebookSummary"][];
            count: number;
        };
        GamebookSummary: {
            /** @description namespace/name */
            id: string;
            /**
             * @description Shipped with the app, or in your folder
             * @enum {string}
             */
            source: "example" | "local";
            title: string;
            description: string | null;
            author: string | null;
            /** @description A BCP 47 tag: the language of the gamebook's texts */
            language: string;
            hasImage: boolean;
            playable: boolean;
            errorCount: number;
            warningCount: number;
            sessionCount: number;
            endings: {
                found: number;
                total: number;
            };
        };
        GamebookCreate: {
            title: string;
            yaml?: string;
        };
        GamebookDetail: {
            /** @description namespace/name */
            id: string;
            /**
             * @description Shipped with the app, or in your folder
             * @enum {string}
             */
            source: "example" | "local";
            title: string;
            description: string | null;
            author: string | null;
            /** @description A BCP 47 tag: the language of the gamebook's texts */
            language: string;
            hasImage: boolean;
            playable: boolean;
            errorCount: number;
            warningCount: number;
            sessionCount: number;
            endings: {
                found: number;
                total: number;
            };
            /** @description What players should know before they start */
            contentWarnings: string[];
            license: string | null;
            /** @description Questions for the player before the first page */
            questions: components["schemas"]["StartQuestion"][];
            /** @description Settings that the author has fixed */
            fixedSettings: components["schemas"]["FixedSetting"][];
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @description Titles of the endings that any session has reached */
            endingTitlesFound: string[];
            /**
             * @deprecated
             * @description Use `endingTitlesFound`
             */
            endingsFound: string[];
        };
        StartQuestion: {
            entityId: string;
            field: string;
            label: string;
            /** @description The value if the answer is empty */
            suggestion: string;
            maxLength: number;
            /** @description The possible answers; null if any text is allowed */
            values: string[] | null;
        };
        FixedSetting: {
            /** @enum {string} */
            key: "person" | "tense" | "length" | "language" | "tone" | "content" | "dialogue";
            /** @description The author's text, in one line */
            text: string;
        };
        Diagnostic: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning";
            file: string;
            line: number;
            column: number;
            path: string;
            message: string;
            hint: string;
            related: {
                line: number;
                column: number;
                message: string;
            }[];
        };
        GamebookCheck: {
            /** @description Errors and warnings of the file that was checked */
            diagnostics: components["schemas"]["Diagnostic"][];
            findings: components["schemas"]["Finding"][];
            /** @description Null for a gamebook with errors */
            explored: {
                states: number;
                isWhole: boolean;
                endings: {
                    nodeId: string;
                    title: string;
                    /** @enum {string} */
                    kind: "good" | "bad" | "neutral";
                    /** @description The number of calls of a path to it; null if no path was found */
                    steps: number | null;
                    /** @description Whether no path has fewer calls */
                    isShortest: boolean;
                    /**
                     * @description Proven: it can't be reached
                     * @enum {string}
                     */
                    status: "proven" | "shown" | "not-known";
                    /** @description The same in words, to follow the title */
                    text: string;
                }[];
            } | null;
            /** @description Null for a gamebook with errors */
            summary: {
                states: number;
                calls: number;
                milliseconds: number;
                /** @description What the checker asked about the gamebook */
                questions: number;
                /** @description How many of the questions have an answer */
                decided: number;
                headline: string;
                effort: string;
                /** @description What is not known, why, and what would help */
                open: string[];
                /** @description The same in parts: the first open questions with the same reasons, and how many others there are */
                openGroups: components["schemas"]["OpenQuestions"][];
            } | null;
        };
        Finding: {
            code: string;
            /** @enum {string} */
            severity: "warning" | "note";
            line: number;
            column: number;
            path: string;
            message: string;
            hint: string;
            /** @description The shortest calls that reproduce it; null if it never happens */
            witness: string[] | null;
            /** @description The same, each with the numbers of its first and last call */
            steps: {
                first: number;
                last: number;
                text: string;
            }[] | null;
            /** @description Whether it is certain: the status is proven or shown */
            isProven: boolean;
            /**
             * @description What the checker knows about it; a guess is a rule about how a gamebook is written, not a proof
             * @enum {string}
             */
            status: "proven" | "shown" | "not-known" | "guess";
            /** @description The same in words; if it is not known, why, and what would help */
            statusText: string;
        };
        OpenQuestions: {
            questions: string[];
            others: number;
            reasons: string;
        };
        CheckLine: components["schemas"]["CheckProgress"] | components["schemas"]["GamebookCheck"] | components["schemas"]["Problem"];
        CheckProgress: {
            states: number;
            /** @description The share of the questions that are decided or open, from 0 to 1; null if they are not counted yet */
            share: number | null;
            /** @description The progress in words, with the time spent and the time limit */
            text: string;
        };
        GamebookSource: {
            yaml: string;
        };
        SessionList: {
            data: components["schemas"]["SessionSummary"][];
            /** @description Of all pages */
            count: number;
            nextCursor: string | null;
        };
        SessionSummary: {
            /** Format: uuid */
            id: string;
            title: string;
            gamebookId: string;
            modelConfigId: string | null;
            messageCount: number;
            /** @description Name of the player's place */
            place: string | null;
            endedAt: string | null;
            ending: components["schemas"]["SessionEnding"] | null;
            /** @description Story time, such as 'Day 2, 14:05'; null for a gamebook without a clock */
            time: string | null;
            /** @description Who wrote the last answer */
            narrator: string | null;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            updatedAt: string;
            /** @description Only in lists of deleted sessions */
            deletedAt: string | null;
        };
        SessionEnding: {
            title: string;
            /** @enum {string} */
            kind: "good" | "bad" | "neutral";
            text: string | null;
        };
        SessionCreate: {
            gamebookId: string;
            /** Format: uuid */
            modelConfigId?: string;
            /** @description Answers to the `questions` of the gamebook */
            answers?: components["schemas"]["StartAnswer"][];
            /** @description Omitted ones are those of `GET /api/settings` */
            settings?: components["schemas"]["StorySettingsUpdate"];
        };
        StartAnswer: {
            entityId: string;
            field: string;
            /** @description One line; empty keeps the suggestion */
            text: string;
        };
        StorySettingsUpdate: {
            /** @description Null: second person */
            person?: ("first" | "second" | "third") | null;
            /** @description Null: present tense */
            tense?: ("present" | "past") | null;
            /** @description About how many words an answer has */
            length?: number | null;
            dialogue?: ("little" | "some" | "much") | null;
            /**
             * @description `full`: as much of the story as fits, with a journal and a summary of the rest; `journal`: without the summary; `off`: the whole story, even if it does not fit
             * @enum {string}
             */
            memory?: "full" | "journal" | "off";
            /**
             * @description `mark`: passages of answers that differ from the state of the story are marked; `repair`: an answer with a mark is written once more before it is shown; `off`: no check
             * @enum {string}
             */
            driftCheck?: "off" | "mark" | "repair";
            language?: string | null;
            tone?: string | null;
            content?: string | null;
            summaryModelConfigId?: string | null;
        };
        SessionDetail: {
            /** Format: uuid */
            id: string;
            title: string;
            gamebookId: string;
            modelConfigId: string | null;
            messageCount: number;
            /** @description Name of the player's place */
            place: string | null;
            endedAt: string | null;
            ending: components["schemas"]["SessionEnding"] | null;
            /** @description Story time, such as 'Day 2, 14:05'; null for a gamebook without a clock */
            time: string | null;
            /** @description Who wrote the last answer */
            narrator: string | null;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            updatedAt: string;
            /** @description Only in lists of deleted sessions */
            deletedAt: string | null;
            gamebookTitle: string;
            /** @description A BCP 47 tag: the language of the gamebook's texts */
            language: string;
            /**
             * @description `broken` or `missing`: the session is played with the version that was played last
             * @enum {string}
             */
            gamebookFile: "current" | "broken" | "missing";
            headId: string | null;
            /** @description The last 50 messages of the story, oldest first; fewer if they are long */
            messages: components["schemas"]["Message"][];
            /** @description Pass it as `before` to get the messages before these; null if there are none */
            earlierCursor: string | null;
            /** @description The newest message below the head, for Redo */
            redoId: string | null;
            modelConfig: components["schemas"]["SessionModel"] | null;
            settings: components["schemas"]["StorySettings"];
            /** @description Settings that the author has fixed */
            fixedSettings: components["schemas"]["FixedSetting"][];
            panel: components["schemas"]["Panel"];
            /** @description What can be done now, by group, then what is refused with a reason; empty while the narrator answers */
            suggestions: components["schemas"]["Suggestion"][];
            /** @description Endings of the gamebook that any session has reached */
            endings: {
                found: number;
                total: number;
            };
        };
        Message: {
            /** Format: uuid */
            id: string;
            parentId: string | null;
            /** @enum {string} */
            role: "player" | "narrator";
            /** @enum {string} */
            status: "streaming" | "done" | "stopped" | "interrupted" | "failed";
            parts: components["schemas"]["Part"][];
            receipts: components["schemas"]["ReceiptEntry"][];
            error: components["schemas"]["TurnError"] | null;
            modelConfigId: string | null;
            model: components["schemas"]["ModelSnapshot"] | null;
            usage: components["schemas"]["Usage"] | null;
            finishReason: string | null;
            /** @description All messages with the same parent and role, this one included, oldest first */
            siblingIds: string[];
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            createdAt: string;
            firstTokenAt: string | null;
            finishedAt: string | null;
            /** @description Passages that differ from the state of the story; null if the text was not checked */
            driftFindings: components["schemas"]["DriftFinding"][] | null;
        };
        Part: {
            id: string;
            /** @constant */
            type: "text";
            text: string;
            withdrawn?: components["schemas"]["Withdrawal"];
        } | {
            id: string;
            /** @constant */
            type: "thinking";
            text: string;
            durationMs: number | null;
        } | {
            id: string;
            /** @constant */
            type: "tool-call";
            toolName: string;
            input: components["schemas"]["Json"];
            result: components["schemas"]["Json"] | null;
            receiptId: string | null;
            /** @constant */
            by?: "player";
        };
        /** @enum {string} */
        Withdrawal: "refused-call" | "loop" | "secret" | "markup";
        ReceiptEntry: {
            id: string;
            partId: string | null;
            line: string;
            newPlace?: boolean;
            receipt: components["schemas"]["Receipt"];
        };
        Receipt: {
            action: string;
            /** @enum {string} */
            by: "tool" | "player" | "trigger" | "system";
            function?: string;
            trigger?: string;
            args: components["schemas"]["Json"];
            edge?: string;
            /** @enum {string} */
            result: "applied" | "refused" | "failed";
            code?: string;
            reason?: string;
            guards: {
                guard: string;
                source: components["schemas"]["Json"];
                holds: boolean;
            }[];
            roll?: components["schemas"]["Roll"];
            changes: components["schemas"]["Change"][];
            effects?: components["schemas"]["Effect"][];
        };
        Roll: {
            roll: string;
            dice: number[];
            add: number;
            total: number;
            at_least?: number;
            success?: boolean;
        };
        Change: {
            entity: string;
            field: string;
            before: components["schemas"]["Json"];
            after: components["schemas"]["Json"];
            /** @constant */
            clamped?: true;
        };
        Effect: {
            action: string;
            args: components["schemas"]["Json"];
            edge?: string;
            roll?: components["schemas"]["Roll"];
            changes: components["schemas"]["Change"][];
            effects?: components["schemas"]["Effect"][];
        };
        ModelSnapshot: {
            configName: string;
            provider: string;
            requestedModel: string;
            answeringModel: string | null;
            host: string | null;
            parameters: {
                [key: string]: components["schemas"]["Json"];
            };
            notices?: string[];
        };
        Usage: {
            inputTokens: number | null;
            outputTokens: number | null;
            /** @description Part of the output tokens */
            reasoningTokens?: number | null;
            /** @description Part of the input tokens, read from a cache */
            cachedInputTokens?: number | null;
            /** @description Part of the input tokens, written to a cache */
            cacheWriteTokens?: number | null;
        };
        DriftFinding: {
            /** @enum {string} */
            kind: "secret-revealed" | "id-leaked" | "engine-words" | "state-echoed" | "tool-as-text" | "thought-leaked" | "meta-talk" | "role-swapped" | "empty" | "loop" | "moved-unconfirmed" | "item-gained-unconfirmed" | "item-lost-unconfirmed" | "item-moved-unconfirmed" | "clock-contradicted" | "number-contradicted" | "ending-contradicted" | "ending-told" | "refusal-ignored" | "failure-told-as-success" | "success-told-as-failure" | "language-switched" | "state-contradicted" | "number-invented" | "clock-invented" | "thing-invented" | "person-invented" | "exit-invented" | "scenery-invented" | "reason-invented" | "outcome-invented" | "player-decided" | "dice-told" | "repetition" | "non-answer" | "prose-before-call" | "call-repeated";
            /** @enum {string} */
            certainty: "exact" | "sure" | "fair";
            partId: string;
            start: number;
            end: number;
            /** @description What is true instead, in one sentence that gives nothing away */
            fact: string;
        };
        SessionModel: {
            /** Format: uuid */
            id: string;
            name: string;
            provider: string;
            fallback: boolean;
        };
        StorySettings: {
            /** @description Null: second person */
            person: ("first" | "second" | "third") | null;
            /** @description Null: present tense */
            tense: ("present" | "past") | null;
            /** @description About how many words an answer has */
            length: number | null;
            dialogue: ("little" | "some" | "much") | null;
            /**
             * @description `full`: as much of the story as fits, with a journal and a summary of the rest; `journal`: without the summary; `off`: the whole story, even if it does not fit
             * @enum {string}
             */
            memory: "full" | "journal" | "off";
            /**
             * @description `mark`: passages of answers that differ from the state of the story are marked; `repair`: an answer with a mark is written once more before it is shown; `off`: no check
             * @enum {string}
             */
            driftCheck: "off" | "mark" | "repair";
            /** @description Null: the gamebook's language */
            language: string | null;
            tone: string | null;
            /** @description What the story leaves out or goes easy on */
            content: string | null;
            /** @description The model that writes summaries; null for that of the session */
            summaryModelConfigId: string | null;
        };
        Panel: {
            clocks: components["schemas"]["Clock"][];
            /** @description By entity, in the order of the gamebook */
            fields: components["schemas"]["PanelField"][];
            /** @description The containers that hold the player's items */
            inventory: components["schemas"]["Carrier"][];
        };
        Clock: {
            entityId: string;
            /** @description Its name, if it has one */
            entity: string | null;
            /** @description From 1 */
            day: number;
            /** @description HH:MM */
            time: string;
        };
        PanelField: {
            entityId: string;
            /** @description Its name, if it has one */
            entity: string | null;
            field: string;
            label: string;
            /** @description The value as text */
            text: string;
            /** @description A sentence about the value */
            caption: string | null;
            /** @description False or an empty list, which the panel does not show */
            isEmpty: boolean;
            /** @constant */
            show: "text";
        } | {
            entityId: string;
            /** @description Its name, if it has one */
            entity: string | null;
            field: string;
            label: string;
            /** @description The value as text */
            text: string;
            /** @description A sentence about the value */
            caption: string | null;
            /** @description False or an empty list, which the panel does not show */
            isEmpty: boolean;
            /** @constant */
            show: "bar";
            value: number;
            min: number;
            max: number;
        } | {
            entityId: string;
            /** @description Its name, if it has one */
            entity: string | null;
            field: string;
            label: string;
            /** @description The value as text */
            text: string;
            /** @description A sentence about the value */
            caption: string | null;
            /** @description False or an empty list, which the panel does not show */
            isEmpty: boolean;
            /** @constant */
            show: "list";
            items: string[];
        } | {
            entityId: string;
            /** @description Its name, if it has one */
            entity: string | null;
            field: string;
            label: string;
            /** @description The value as text */
            text: string;
            /** @description A sentence about the value */
            caption: string | null;
            /** @description False or an empty list, which the panel does not show */
            isEmpty: boolean;
            /** @constant */
            show: "icon";
            /** @description Null for text */
            isOn: boolean | null;
        };
        Carrier: {
            entityId: string;
            /** @description Its name, if it has one */
            entity: string | null;
            /** @description How many items it can hold; null for any number */
            capacity: number | null;
            items: components["schemas"]["CarriedItem"][];
        };
        CarriedItem: {
            entityId: string;
            entity: string;
            description: string;
            items: components["schemas"]["CarriedItem"][];
        };
        Suggestion: {
            id: string;
            /** @enum {string} */
            group: "go" | "take" | "talk" | "do";
            /** @description What the player says */
            label: string;
            /** @description Sent with the message; null if it is refused now */
            call: {
                function: string;
                args: {
                    [key: string]: string | number | boolean | null;
                };
            } | null;
            /** @description Arguments that the player adds to the call */
            input: ({
                name: string;
                label: string;
                /** @constant */
                type: "text";
                maxLength: number;
            } | {
                name: string;
                label: string;
                /** @constant */
                type: "integer";
                min: number;
                max: number;
            } | {
                name: string;
                label: string;
                /** @constant */
                type: "choice";
                options: {
                    value: string | number | boolean;
                    label: string;
                }[];
            })[];
            /** @description The author's reason for a refusal; null if it can be done */
            reason: string | null;
        };
        SessionUpdate: {
            title?: string;
            modelConfigId?: string | null;
            /** @description They take effect with the next turn */
            settings?: components["schemas"]["StorySettingsUpdate"];
        };
        SessionState: {
            clocks: components["schemas"]["Clock"][];
            /** @description By entity, in the order of the gamebook */
            fields: components["schemas"]["PanelField"][];
            /** @description The containers that hold the player's items */
            inventory: components["schemas"]["Carrier"][];
            graphs: {
                graphId: string;
                graph: string | null;
                nodeId: string;
                node: string;
                visited: string[];
            }[];
            /** @description What the engine did, in the lines that the player saw: the last 1,000 */
            journal: {
                /** Format: uuid */
                messageId: string;
                line: string;
            }[];
            endings: {
                found: number;
                total: number;
                reached: string[];
            };
        };
        MessagePage: {
            data: components["schemas"]["Message"][];
            /** @description Pass it as `before` to get the messages before these; null if there are none */
            earlierCursor: string | null;
        };
        SearchResult: {
            data: components["schemas"]["SearchHit"][];
            /** @description Whether earlier messages may match as well */
            more: boolean;
        };
        SearchHit: {
            /** Format: uuid */
            messageId: string;
            /** @enum {string} */
            role: "player" | "narrator";
            /** @description The text around the first match in the message */
            excerpt: string;
            /** @description Position of the message in the story, starting at 1 */
            position: number;
        };
        /**
         * @example {
         *       "text": "I go through the door."
         *     }
         */
        MessageCreate: {
            text: string;
            /** Format: uuid */
            modelConfigId?: string;
            /** @description Carried out before anything is sent to the narrator, who narrates it */
            call?: components["schemas"]["MessageCall"];
            /**
             * Format: uuid
             * @description The head that the page shows: if it has moved since, nothing is done (`head-moved`)
             */
            headId?: string;
        };
        MessageCall: {
            function: string;
            args: {
                [key: string]: string | number | boolean | null;
            };
        };
        TurnAccepted: {
            message: components["schemas"]["Message"];
            /** Format: uuid */
            answerId: string;
        };
        MessageRetry: {
            /** Format: uuid */
            modelConfigId?: string;
            /** @description The request also gets the sentences of this answer that are marked, with what is true instead */
            withFacts?: boolean;
        };
        RetryAccepted: {
            /** Format: uuid */
            answerId: string;
        };
        MessageEdit: {
            text: string;
            /** @description Carried out before anything is sent to the narrator, who narrates it */
            call?: components["schemas"]["MessageCall"];
        };
        HeadUpdate: {
            /** Format: uuid */
            messageId: string;
            /** @default false */
            descend?: boolean;
        };
        ForkCreate: {
            /** Format: uuid */
            messageId: string;
        };
        SessionForkList: {
            data: components["schemas"]["SessionFork"][];
        };
        SessionFork: {
            /**
             * Format: uuid
             * @description The answer before the turn: the head from which another path begins
             */
            messageId: string;
            place: string | null;
            /** @description Story time */
            time: string | null;
            /** @description What was done, in the lines that the player saw; empty if there were none */
            chosen: string[];
            /** @description The beginning of the player's message */
            text: string;
            /** @description How many other exits and acts were open */
            otherCount: number;
        };
        SessionMemory: {
            /** @description Null if no model can narrate */
            narrator: {
                name: string;
                /** @description It reads the story itself and needs no memory */
                isBuiltin: boolean;
            } | null;
            /**
             * @description The setting of the session
             * @enum {string}
             */
            mode: "full" | "journal" | "off";
            window: {
                tokens: number;
                /**
                 * @description Where its size comes from
                 * @enum {string}
                 */
                source: "config" | "provider" | "table" | "default";
            } | null;
            /** @description The part of the window that a request may fill */
            budget: number | null;
            /** @description Empty for the built-in narrator */
            sent: {
                /** @enum {string} */
                part: "rules" | "tools" | "facts" | "summary" | "turns" | "state" | "actions" | "notes";
                tokens: number;
            }[];
            /** @description Word for word */
            turnsSent: {
                /** @description The first turn includes the opening */
                from: number;
                to: number;
            } | null;
            turnsLeftOut: {
                /** @description The first turn includes the opening */
                from: number;
                to: number;
                tokens: number;
            } | null;
            /** @description What happened in the turns that are left out, without what only the narrator may know */
            facts: {
                kind: string;
                group: string;
                text: string;
                /** Format: uuid */
                messageId: string;
            }[];
            /** @description Facts that do not fit */
            factsLeftOut: number;
            summary: {
                text: string;
                /** @enum {string} */
                source: "model" | "player";
                /** @description How many of the first turns it covers */
                turns: number;
                /** @description If not, it waits until its turns are no longer sent word for word */
                isSent: boolean;
            } | null;
            pins: components["schemas"]["Pin"][];
            note: string;
            /** @description Passages of the story that differ from its state and are sent with what is true */
            marked: number;
            /** @description Messages of this session that are not part of the story now */
            versions: number;
        };
        Pin: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            messageId: string;
            text: string;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            createdAt: string;
            /** @description Whether its message is part of the story now; if not, the pin is not sent */
            isSent: boolean;
        };
        PinCreate: {
            /** Format: uuid */
            messageId: string;
            /** @description Text of the message, in one line */
            text: string;
        };
        NoteUpdate: {
            text: string;
        };
        SummaryUpdate: {
            /** @description If empty, no summary is sent */
            text: string;
        };
        LiveEvent: {
            /** @constant */
            type: "snapshot";
            session: components["schemas"]["SessionDetail"];
        } | {
            /** @constant */
            type: "message-start";
            message: components["schemas"]["Message"];
        } | {
            /** @constant */
            type: "part-start";
            /** Format: uuid */
            messageId: string;
            part: components["schemas"]["Part"];
        } | {
            /** @constant */
            type: "part-delta";
            /** Format: uuid */
            messageId: string;
            partId: string;
            text: string;
        } | {
            /** @constant */
            type: "part-end";
            /** Format: uuid */
            messageId: string;
            part: components["schemas"]["Part"];
        } | {
            /** @constant */
            type: "part-withdrawn";
            /** Format: uuid */
            messageId: string;
            partId: string;
            reason: components["schemas"]["Withdrawal"];
        } | {
            /** @constant */
            type: "receipt";
            /** Format: uuid */
            messageId: string;
            entry: components["schemas"]["ReceiptEntry"];
        } | {
            /** @constant */
            type: "state";
            /** Format: uuid */
            messageId: string;
            place: string | null;
            ending: components["schemas"]["SessionEnding"] | null;
            panel: components["schemas"]["Panel"];
            endings: {
                found: number;
                total: number;
            };
        } | {
            /** @constant */
            type: "notice";
            /** Format: uuid */
            messageId: string;
            notice: string;
        } | {
            /** @constant */
            type: "message-end";
            message: components["schemas"]["Message"];
            suggestions: components["schemas"]["Suggestion"][];
        } | {
            /** @constant */
            type: "session";
            title: string;
            modelConfig: components["schemas"]["SessionModel"] | null;
            settings: components["schemas"]["StorySettings"];
        } | {
            /** @constant */
            type: "heartbeat";
        };
        NextRequest: {
            /** @description In the order in which they are sent; null if the text is not kept */
            blocks: components["schemas"]["RequestBlock"][] | null;
            /** @description The request before in the same session and for the same purpose */
            comparedWith: string | null;
            /** @description Blocks of the request before that this one does not have */
            removed: components["schemas"]["RequestBlock"][];
            bytes: number;
            /** @description Estimated */
            tokens: number;
            /** @description Of the turn, about, if nothing is cached */
            cost: components["schemas"]["Cost"] | null;
        };
        RequestBlock: {
            /** @enum {string} */
            place: "parameters" | "tools" | "system" | "messages";
            /** @description The provider's word */
            role: string | null;
            /** @description Of a tool */
            name: string | null;
            sections: components["schemas"]["RequestSection"][];
            bytes: number;
            /** @description Estimated; all of them together are what the provider counted, if it did */
            tokens: number;
            /**
             * @description `cached`: the provider had read it before; `unknown`: it may have, but doesn’t say
             * @enum {string}
             */
            cache: "cached" | "fresh" | "unknown";
            /**
             * @description Whether the request before had it
             * @enum {string}
             */
            change: "same" | "new";
            /** @description It names what the story has not revealed yet */
            hasSpoilers: boolean;
        };
        RequestSection: {
            /**
             * @description Why it is sent
             * @enum {string}
             */
            reason: "instructions" | "settings" | "world" | "tools" | "journal" | "summary" | "turns" | "opening" | "state" | "actions" | "moment" | "done" | "player" | "pins" | "note" | "reminder" | "answer" | "thinking" | "call" | "result" | "parameters";
            /** @description The turn of these words; the opening has 0 */
            turn?: number;
            /** @description The function of a call or of its result */
            name?: string;
            text: string;
        };
        Cost: {
            amount: number;
            /** @description ISO 4217 */
            currency: string;
            /**
             * @description Whose prices: your own, the provider’s list, or the table of this version
             * @enum {string}
             */
            source: "own" | "provider" | "table";
        };
        SentRequestList: {
            data: components["schemas"]["SentRequest"][];
            nextCursor: string | null;
        };
        SentRequest: {
            /** Format: uuid */
            id: string;
            sessionId: string | null;
            /** @description The answer that it is part of */
            messageId: string | null;
            /** @enum {string} */
            purpose: "turn" | "summary" | "drift-retry" | "test" | "model-list" | "benchmark" | "co-author";
            /** @description The number of the request in its turn, from 1 */
            step: number;
            modelConfigId: string | null;
            /** @description As it was when the request was sent */
            model: {
                label: string;
                provider: string;
                modelName: string;
                host: string;
            };
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            startedAt: string;
            /** @description Until the first output */
            firstTokenMs: number | null;
            durationMs: number;
            /** @enum {string} */
            outcome: "done" | "stopped" | "failed";
            errorCode: string | null;
            /** @description Null if the provider reported nothing */
            usage: components["schemas"]["Usage"] | null;
            /** @description What was wrong with the usage that the provider reported */
            usageNotice: string | null;
            /** @description Null if its tokens or its prices are not known */
            cost: components["schemas"]["Cost"] | null;
            /** @description The length of its body */
            bytes: number;
            blockCount: number;
            /** @description Leading blocks that are the same in the request before */
            sharedBlocks: number;
            isTextKept: boolean;
        };
        RequestSearchResult: {
            data: {
                /**
                 * Format: uuid
                 * @description The newest request that has the block
                 */
                requestId: string;
                /** @description The place of the block in the request, from 0 */
                block: number;
                excerpt: string;
            }[];
            more: boolean;
        };
        RequestSettings: {
            /** @description How long the text of requests is kept. Usage is always kept. */
            keepTexts: components["schemas"]["KeptRequests"];
        };
        /** @enum {string} */
        KeptRequests: "30-days" | "always" | "never";
        KeptRequestTexts: {
            requests: number;
            /** @description What they take in the database */
            bytes: number;
        };
        SentRequestDetail: {
            /** Format: uuid */
            id: string;
            sessionId: string | null;
            /** @description The answer that it is part of */
            messageId: string | null;
            /** @enum {string} */
            purpose: "turn" | "summary" | "drift-retry" | "test" | "model-list" | "benchmark" | "co-author";
            /** @description The number of the request in its turn, from 1 */
            step: number;
            modelConfigId: string | null;
            /** @description As it was when the request was sent */
            model: {
                label: string;
                provider: string;
                modelName: string;
                host: string;
            };
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            startedAt: string;
            /** @description Until the first output */
            firstTokenMs: number | null;
            durationMs: number;
            /** @enum {string} */
            outcome: "done" | "stopped" | "failed";
            errorCode: string | null;
            /** @description Null if the provider reported nothing */
            usage: components["schemas"]["Usage"] | null;
            /** @description What was wrong with the usage that the provider reported */
            usageNotice: string | null;
            /** @description Null if its tokens or its prices are not known */
            cost: components["schemas"]["Cost"] | null;
            /** @description The length of its body */
            bytes: number;
            blockCount: number;
            /** @description Leading blocks that are the same in the request before */
            sharedBlocks: number;
            isTextKept: boolean;
            /** @description In the order in which they are sent; null if the text is not kept */
            blocks: components["schemas"]["RequestBlock"][] | null;
            /** @description The request before in the same session and for the same purpose */
            comparedWith: string | null;
            /** @description Blocks of the request before that this one does not have */
            removed: components["schemas"]["RequestBlock"][];
        };
        UsageReport: {
            total: components["schemas"]["UsageTotals"];
            /** @description Oldest first; days without requests are left out */
            days: {
                /**
                 * Format: date
                 * @description In the time zone of the server
                 */
                day: string;
                requests: number;
                turns: number;
                inputTokens: number;
                /** @description Part of the input tokens, read from a cache */
                cachedTokens: number;
                outputTokens: number;
                /** @description Requests whose tokens the provider did not report; they are missing in the sums */
                uncounted: number;
                /** @description One for each currency: amounts are only added within one */
                costs: {
                    amount: number;
                    currency: string;
                }[];
            }[];
            /** @description Most requests first */
            models: {
                modelConfigId: string | null;
                model: {
                    label: string;
                    provider: string;
                    modelName: string;
                    host: string;
                };
                requests: number;
                turns: number;
                inputTokens: number;
                /** @description Part of the input tokens, read from a cache */
                cachedTokens: number;
                outputTokens: number;
                /** @description Requests whose tokens the provider did not report; they are missing in the sums */
                uncounted: number;
                /** @description One for each currency: amounts are only added within one */
                costs: {
                    amount: number;
                    currency: string;
                }[];
            }[];
        };
        UsageTotals: {
            requests: number;
            turns: number;
            inputTokens: number;
            /** @description Part of the input tokens, read from a cache */
            cachedTokens: number;
            outputTokens: number;
            /** @description Requests whose tokens the provider did not report; they are missing in the sums */
            uncounted: number;
            /** @description One for each currency: amounts are only added within one */
            costs: {
                amount: number;
                currency: string;
            }[];
        };
        UsageEstimate: {
            inputTokens: number;
            /** @description What an answer of this model usually has */
            outputTokens: number;
            /** @description Null for a model without known prices */
            cost: components["schemas"]["Cost"] | null;
        };
        SessionUsageList: {
            data: {
                /** Format: uuid */
                sessionId: string;
                title: string;
                /**
                 * Format: date-time
                 * @description ISO-8601, UTC
                 */
                updatedAt: string;
                requests: number;
                turns: number;
                inputTokens: number;
                /** @description Part of the input tokens, read from a cache */
                cachedTokens: number;
                outputTokens: number;
                /** @description Requests whose tokens the provider did not report; they are missing in the sums */
                uncounted: number;
                /** @description One for each currency: amounts are only added within one */
                costs: {
                    amount: number;
                    currency: string;
                }[];
            }[];
            nextCursor: string | null;
        };
        SessionUsage: {
            total: components["schemas"]["UsageTotals"];
            answers: {
                /** Format: uuid */
                messageId: string;
                modelConfigId: string | null;
                /**
                 * Format: date-time
                 * @description ISO-8601, UTC
                 */
                startedAt: string;
                requests: number;
                /** @description Input that was not read from a cache; null if not reported */
                freshTokens: number | null;
                /** @description Null if not reported */
                cachedTokens: number | null;
                outputTokens: number | null;
                cost: {
                    amount: number;
                    currency: string;
                }[];
                /** @description Why a part of its input was not cached, if older turns were left out here */
                cut: string | null;
                /** @description What was wrong with what the provider reported */
                notices: string[];
            }[];
            /** @description What summaries and other requests of the session used */
            others: {
                purpose: string;
                requests: number;
                turns: number;
                inputTokens: number;
                /** @description Part of the input tokens, read from a cache */
                cachedTokens: number;
                outputTokens: number;
                /** @description Requests whose tokens the provider did not report; they are missing in the sums */
                uncounted: number;
                /** @description One for each currency: amounts are only added within one */
                costs: {
                    amount: number;
                    currency: string;
                }[];
            }[];
        };
        ModelPrices: {
            /** @description The prices that count; null if none are known */
            prices: components["schemas"]["Prices"] | null;
            source: ("own" | "provider" | "table") | null;
            /** @description The prices that were entered */
            own: components["schemas"]["Prices"] | null;
            /** @description When the prices of the table were written down: they may have changed since */
            tableDate: string;
            /** @description Where the provider shows its prices */
            page: string | null;
        };
        Prices: {
            /** @description ISO 4217 */
            currency: string;
            input: number;
            /**
             * @description For tokens read from a cache; null if they cost as much as others
             * @default null
             */
            cachedInput: number | null;
            /**
             * @description For tokens written to a cache; null if they cost as much as others
             * @default null
             */
            cacheWrite: number | null;
            /** @description Also for thinking */
            output: number;
        };
        BudgetList: {
            data: components["schemas"]["Budget"][];
        };
        Budget: {
            /** Format: uuid */
            id: string;
            /**
             * @description What it counts: each session, each day or each month. Days and months are those of the server
             * @enum {string}
             */
            scope: "session" | "day" | "month";
            /**
             * @description US dollars; input and output tokens; turns
             * @enum {string}
             */
            unit: "money" | "tokens" | "turns";
            limit: number;
            /** @description Null for a budget of each session, if no session is named */
            used: number | null;
            /** @description What running requests may still use */
            reserved: number | null;
            /**
             * @description `warning` from 80%. A request may also be refused before: it needs room for its worst case
             * @enum {string}
             */
            state: "open" | "warning" | "used-up";
            /** @description Null for a budget of each session */
            startedAt: string | null;
            /** @description When it starts over; null for a budget of each session */
            endsAt: string | null;
            /**
             * Format: date-time
             * @description ISO-8601, UTC
             */
            createdAt: string;
        };
        BudgetCreate: {
            /**
             * @description What it counts: each session, each day or each month. Days and months are those of the server
             * @enum {string}
             */
            scope: "session" | "day" | "month";
            /**
             * @description US dollars; input and output tokens; turns
             * @enum {string}
             */
            unit: "money" | "tokens" | "turns";
            limit: number;
        };
        BudgetUpdate: {
            limit: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
