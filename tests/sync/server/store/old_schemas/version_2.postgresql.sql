SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.activations (
    code_hash bytea NOT NULL,
    venue_id character varying NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE public.audit (
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    desk_id uuid NOT NULL,
    operation_id uuid NOT NULL,
    kind character varying(20),
    outcome character varying(20) NOT NULL,
    code character varying(40),
    detail text,
    document text
);
CREATE SEQUENCE public.audit_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.audit_number_seq OWNED BY public.audit.number;
CREATE TABLE public.card_versions (
    revision bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    count bigint NOT NULL,
    checksum character varying(64) NOT NULL,
    dropped boolean NOT NULL,
    number character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying(20),
    status character varying(20),
    valid_from date,
    valid_until date,
    minors integer,
    area character varying,
    local_only boolean
);
CREATE TABLE public.cards (
    number character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying(20) NOT NULL,
    status character varying(20) NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    minors integer NOT NULL,
    area character varying NOT NULL,
    local_only boolean NOT NULL
);
CREATE TABLE public.desks (
    id uuid NOT NULL,
    venue_id character varying NOT NULL,
    name character varying NOT NULL,
    app_version character varying NOT NULL,
    token_hash bytea NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
CREATE TABLE public.failed_enrolments (
    number bigint NOT NULL,
    caller character varying NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.failed_enrolments_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.failed_enrolments_number_seq OWNED BY public.failed_enrolments.number;
CREATE TABLE public.offers (
    venue_id character varying NOT NULL,
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    document text NOT NULL,
    used bigint NOT NULL,
    removed boolean NOT NULL,
    "position" bigint NOT NULL
);
CREATE TABLE public.operations (
    venue_id character varying NOT NULL,
    id uuid NOT NULL,
    desk_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    document text NOT NULL,
    offer_id uuid,
    card_number character varying COLLATE pg_catalog."C",
    local_date date,
    counted integer,
    state character varying(20),
    "position" bigint
);
CREATE TABLE public.register (
    id integer NOT NULL,
    schema_version integer NOT NULL,
    signing_key bytea NOT NULL,
    revision bigint NOT NULL,
    count bigint NOT NULL,
    checksum character varying(64) NOT NULL
);
CREATE TABLE public.venues (
    id character varying NOT NULL,
    name character varying NOT NULL,
    area character varying NOT NULL,
    "position" bigint NOT NULL
);
CREATE TABLE public.voids (
    venue_id character varying NOT NULL,
    id uuid NOT NULL,
    visit_id uuid NOT NULL
);
ALTER TABLE ONLY public.audit ALTER COLUMN number SET DEFAULT nextval('public.audit_number_seq'::regclass);
ALTER TABLE ONLY public.failed_enrolments ALTER COLUMN number SET DEFAULT nextval('public.failed_enrolments_number_seq'::regclass);
INSERT INTO public.activations VALUES ('\xbad57066ba7360b77c1c87085f7b24813f53554f06f0ca9d3a7f2d672288a954', 'teatteri', '2026-11-24 10:00:00+00', '2026-11-25 10:00:00+00', '2026-11-24 10:00:00+00');
INSERT INTO public.activations VALUES ('\xcd2f5c100440f81dcaaf1574a587e5f30baf7ea0445e152f6d1043b0d462b80d', 'museo', '2026-11-24 10:00:00+00', '2026-11-25 10:00:00+00', '2026-11-24 10:00:00+00');
INSERT INTO public.activations VALUES ('\xda5df0285705ea6cb3f5c6afa4ba45c5409b91699916ff050e20f1b2d3b9ada9', 'teatteri', '2026-11-24 10:00:00+00', '2026-11-25 10:00:00+00', '2026-11-24 10:00:00+00');
INSERT INTO public.activations VALUES ('\xb6c16240fc9097636fe3b418c1bd1b3970bd8a9033d672d7cfce10384418a712', 'teatteri', '2026-11-24 10:00:00+00', '2026-11-25 10:00:00+00', NULL);
INSERT INTO public.audit VALUES (1, '2026-11-24 10:00:00+00', '5d9bf1af-44ec-455a-8921-57b7e41d0467', '01900000-0000-7000-8000-00000000000f', 'visit', 'rejected', 'card_unknown', 'judged so: card_unknown', '{"id":"01900000-0000-7000-8000-00000000000f","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"NOBODY1","offer_id":"a57d5a8f-1c6f-45c7-b231-5e081f030aba","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}');
INSERT INTO public.audit VALUES (2, '2026-11-24 10:00:00+00', '5d9bf1af-44ec-455a-8921-57b7e41d0467', '01900000-0000-7000-8000-000000000004', 'visit', 'duplicate', NULL, NULL, NULL);
INSERT INTO public.audit VALUES (3, '2026-11-24 10:00:00+00', '17e4c014-2868-4bee-a5b2-3e0d410b379a', '01900000-0000-7000-8000-000000000012', 'visit', 'retry', 'offer_unknown', 'the venue has no such offer yet', NULL);
INSERT INTO public.card_versions VALUES (1, '2026-11-24 10:00:00+00', 1, 'ec6a534802c16f802597e61e0a5ac3ebf065de53568693919fee84c809c848d1', false, 'AB12345', 'personal', 'active', '2026-01-01', '2030-12-31', 2, 'Espoo', false);
INSERT INTO public.card_versions VALUES (2, '2026-11-24 10:00:00+00', 1, '4396119884d06a7edb77ec00a4502c7f4beb6afc1b0741a98b4de85c9697d91d', false, 'AB12345', 'personal', 'active', '2026-01-01', '2030-12-31', 3, 'Espoo', false);
INSERT INTO public.card_versions VALUES (3, '2026-11-24 10:00:00+00', 2, 'eeb195c16198830951d1fecf94f899cd0b254903840af75f6e6125ce7915d9de', false, 'GONE1234', 'personal', 'active', '2026-01-01', '2030-12-31', 0, 'Espoo', false);
INSERT INTO public.card_versions VALUES (4, '2026-11-24 10:00:00+00', 3, 'de44b2e3922baf85cce4f285ef112cd83074e11d5eddaae23428c7d18a5847ce', false, 'GROUP001', 'community', 'active', '2026-01-01', '2030-12-31', 0, 'Espoo', false);
INSERT INTO public.card_versions VALUES (5, '2026-11-24 10:00:00+00', 4, '78e3753b87a9afec9483f1b8cbcc19b3c225279826ffa8082edbdd5aafd479b6', false, 'LATE1234', 'personal', 'suspended', '2026-01-01', '2030-12-31', 0, 'Espoo', false);
INSERT INTO public.card_versions VALUES (6, '2026-11-24 10:00:00+00', 3, 'cdc7f112aae197621e29dee9db23ac6602eb4990bdfbf2524bc89fe8cd5678f5', true, 'GONE1234', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.cards VALUES ('AB12345', 'personal', 'active', '2026-01-01', '2030-12-31', 3, 'Espoo', false);
INSERT INTO public.cards VALUES ('GROUP001', 'community', 'active', '2026-01-01', '2030-12-31', 0, 'Espoo', false);
INSERT INTO public.cards VALUES ('LATE1234', 'personal', 'suspended', '2026-01-01', '2030-12-31', 0, 'Espoo', false);
INSERT INTO public.desks VALUES ('5d9bf1af-44ec-455a-8921-57b7e41d0467', 'teatteri', 'Lippuluukku 1', '1.0.0', '\x5d81117d43d8d4e2162c7d5d261fae328a754f636464c4d34d8a7a3a718bea42', '2026-11-24 10:00:00+00', NULL);
INSERT INTO public.desks VALUES ('17e4c014-2868-4bee-a5b2-3e0d410b379a', 'museo', 'Lippuluukku 1', '1.0.0', '\x4cb560ce4764e5c193b7689410cf28a5b752ef921bedd63c6dfa6b418a19dc8f', '2026-11-24 10:00:00+00', NULL);
INSERT INTO public.desks VALUES ('64dcbecf-a51a-432d-8496-a015decb1e79', 'teatteri', 'Poistettu', '1.0.0', '\xe4e88fe1711bedc4982ad40c45786670497592737a397cabfba3e47af0773f1c', '2026-11-24 10:00:00+00', '2026-11-24 10:00:00+00');
INSERT INTO public.failed_enrolments VALUES (1, '10.0.0.1', '2026-11-24 10:00:00+00');
INSERT INTO public.offers VALUES ('teatteri', 'a57d5a8f-1c6f-45c7-b231-5e081f030aba', 'standing', '{"id":"a57d5a8f-1c6f-45c7-b231-5e081f030aba","kind":"standing","sector":"culture","name":{"fi":"Näytelmä"},"status":"on_sale","minors_allowed":true}', 0, false, 1);
INSERT INTO public.offers VALUES ('teatteri', '01900000-0000-7000-8000-000000000002', 'course', '{"id":"01900000-0000-7000-8000-000000000002","kind":"course","sector":"culture","name":{"fi":"Näytelmä"},"status":"on_sale","card_limit":{"count":2,"period":"calendar_year"},"minors_allowed":true}', 0, false, 3);
INSERT INTO public.offers VALUES ('teatteri', '01900000-0000-7000-8000-00000000000a', 'event', '{"id":"01900000-0000-7000-8000-00000000000a","kind":"event","sector":"sport","name":{"fi":"Oma"},"place":"Kenttä","starts_at":"2026-11-24T16:00:00Z","ends_at":"2026-11-24T18:00:00Z","status":"on_sale","quota":{"total":20,"used":3},"card_limit":{"count":5,"period":"days","days":30},"value_cents":4000,"ceiling_cents":2500,"minors_allowed":true}', 0, false, 10);
INSERT INTO public.offers VALUES ('teatteri', '01900000-0000-7000-8000-000000000001', 'event', '{"id":"01900000-0000-7000-8000-000000000001","kind":"event","sector":"sport","name":{"fi":"Ottelu","sv":"Match","en":"A match"},"place":"Kenttä","starts_at":"2026-11-24T16:00:00Z","ends_at":"2026-11-24T18:00:00Z","status":"on_sale","quota":{"total":20,"used":3},"card_limit":{"count":5,"period":"days","days":30},"value_cents":4000,"ceiling_cents":2500,"minors_allowed":true}', 3, false, 9);
INSERT INTO public.offers VALUES ('teatteri', '01900000-0000-7000-8000-000000000003', 'standing', '{"id":"01900000-0000-7000-8000-000000000003","kind":"standing","sector":"culture","name":{"fi":"Näytelmä"},"status":"on_sale","minors_allowed":true}', 0, true, 14);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000004', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'visit', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000004","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000001","tickets":{"holder":1,"children":2,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}', '01900000-0000-7000-8000-000000000001', 'AB12345', '2026-11-24', 3, 'accepted', 5);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000006', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'visit', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000006","recorded_at":"2026-11-24T10:00:00.125000Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000002","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":"01900000-0000-7000-8000-000000000005","kind":"visit"}', '01900000-0000-7000-8000-000000000002', 'AB12345', '2026-11-24', 1, 'accepted', 7);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000007', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'visit', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000007","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"GROUP001","offer_id":"a57d5a8f-1c6f-45c7-b231-5e081f030aba","tickets":{"holder":0,"children":0,"grandchildren":0,"assistants":0,"worker":1,"community_minors":4},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}', 'a57d5a8f-1c6f-45c7-b231-5e081f030aba', 'GROUP001', '2026-11-24', 5, 'accepted', 8);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000009', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'offer', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000009","recorded_at":"2026-11-24T10:00:00Z","offer":{"id":"01900000-0000-7000-8000-00000000000a","kind":"event","sector":"sport","name":{"fi":"Oma","sv":null,"en":null},"place":"Kenttä","starts_at":"2026-11-24T16:00:00Z","ends_at":"2026-11-24T18:00:00Z","status":"on_sale","quota":{"total":20,"used":3},"card_limit":{"count":5,"period":"days","days":30},"value_cents":4000,"ceiling_cents":2500,"minors_allowed":true},"kind":"offer"}', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-00000000000b', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'void', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-00000000000b","visit_id":"01900000-0000-7000-8000-000000000008","reason":"mistake","recorded_at":"2026-11-24T10:00:00Z","operator":"MM","kind":"void"}', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000008', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'visit', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000008","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000001","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}', '01900000-0000-7000-8000-000000000001', 'AB12345', '2026-11-24', 1, 'voided', 11);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-00000000000c', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'void', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-00000000000c","visit_id":"01900000-0000-7000-8000-000000000005","reason":"mistake","recorded_at":"2026-11-24T10:00:00Z","operator":"MM","kind":"void"}', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000005', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'visit', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000005","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"a57d5a8f-1c6f-45c7-b231-5e081f030aba","tickets":{"holder":1,"children":0,"grandchildren":1,"assistants":2,"worker":0,"community_minors":0},"entry":"camera","register_revision":2,"verdict":"valid","provisional":true,"printed_valid_until":"2026-12-31","clock_trusted":false,"operator":"AK","replaces":null,"kind":"visit"}', 'a57d5a8f-1c6f-45c7-b231-5e081f030aba', 'AB12345', '2026-11-24', 2, 'voided', 12);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-00000000000e', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'void', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-00000000000e","visit_id":"01900000-0000-7000-8000-00000000000d","reason":"mistake","recorded_at":"2026-11-24T10:00:00Z","operator":"MM","kind":"void"}', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.operations VALUES ('teatteri', '01900000-0000-7000-8000-000000000010', '5d9bf1af-44ec-455a-8921-57b7e41d0467', 'visit', '2026-11-24 10:00:00+00', '{"id":"01900000-0000-7000-8000-000000000010","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000003","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}', '01900000-0000-7000-8000-000000000003', 'AB12345', '2026-11-24', 1, 'accepted', 13);
INSERT INTO public.register VALUES (1, 2, '\xe7cab1e83e3f2c236ec0828cb8ea2db4f0c8f1bb930d0464373280523adcf678', 6, 3, 'cdc7f112aae197621e29dee9db23ac6602eb4990bdfbf2524bc89fe8cd5678f5');
INSERT INTO public.venues VALUES ('museo', 'Rantamuseo', 'Turku', 0);
INSERT INTO public.venues VALUES ('teatteri', 'Kaupunginteatteri', 'Espoo', 14);
INSERT INTO public.voids VALUES ('teatteri', '01900000-0000-7000-8000-00000000000b', '01900000-0000-7000-8000-000000000008');
INSERT INTO public.voids VALUES ('teatteri', '01900000-0000-7000-8000-00000000000c', '01900000-0000-7000-8000-000000000005');
INSERT INTO public.voids VALUES ('teatteri', '01900000-0000-7000-8000-00000000000e', '01900000-0000-7000-8000-00000000000d');
SELECT pg_catalog.setval('public.audit_number_seq', 3, true);
SELECT pg_catalog.setval('public.failed_enrolments_number_seq', 1, true);
ALTER TABLE ONLY public.activations
    ADD CONSTRAINT activations_pkey PRIMARY KEY (code_hash);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.card_versions
    ADD CONSTRAINT card_versions_pkey PRIMARY KEY (revision);
ALTER TABLE ONLY public.cards
    ADD CONSTRAINT cards_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.desks
    ADD CONSTRAINT desks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desks
    ADD CONSTRAINT desks_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.failed_enrolments
    ADD CONSTRAINT failed_enrolments_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.offers
    ADD CONSTRAINT offers_pkey PRIMARY KEY (venue_id, id);
ALTER TABLE ONLY public.operations
    ADD CONSTRAINT operations_pkey PRIMARY KEY (venue_id, id);
ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.venues
    ADD CONSTRAINT venues_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.voids
    ADD CONSTRAINT voids_pkey PRIMARY KEY (venue_id, id);
CREATE INDEX audit_by_operation ON public.audit USING btree (operation_id);
CREATE INDEX card_versions_by_number ON public.card_versions USING btree (number, revision);
CREATE INDEX failed_enrolments_by_caller ON public.failed_enrolments USING btree (caller, at);
CREATE INDEX offers_by_position ON public.offers USING btree (venue_id, "position");
CREATE INDEX operations_by_card ON public.operations USING btree (venue_id, card_number);
CREATE INDEX operations_by_position ON public.operations USING btree (venue_id, "position");
CREATE INDEX voids_by_visit ON public.voids USING btree (venue_id, visit_id);
ALTER TABLE ONLY public.activations
    ADD CONSTRAINT activations_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES public.venues(id);
ALTER TABLE ONLY public.desks
    ADD CONSTRAINT desks_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES public.venues(id);
ALTER TABLE ONLY public.offers
    ADD CONSTRAINT offers_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES public.venues(id);
