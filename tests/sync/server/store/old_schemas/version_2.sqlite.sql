BEGIN TRANSACTION;
CREATE TABLE activations (
	code_hash BLOB NOT NULL, 
	venue_id VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	PRIMARY KEY (code_hash), 
	FOREIGN KEY(venue_id) REFERENCES venues (id)
);
INSERT INTO "activations" VALUES(X'92E0C52737CA33F52FE97FB717B4E28D9FB7DA79434463EF4B11615961EDAF9D','teatteri','2026-11-24 10:00:00.000000','2026-11-25 10:00:00.000000','2026-11-24 10:00:00.000000');
INSERT INTO "activations" VALUES(X'3B37865E2497E7DB1AF625758A94EC374760E869EC6D86706223EFE11EB3DFAB','museo','2026-11-24 10:00:00.000000','2026-11-25 10:00:00.000000','2026-11-24 10:00:00.000000');
INSERT INTO "activations" VALUES(X'C0146772CB0DE2A5C68EBA284A765EFA6A2C18BD083CA9BBBEC5E47814919D05','teatteri','2026-11-24 10:00:00.000000','2026-11-25 10:00:00.000000','2026-11-24 10:00:00.000000');
INSERT INTO "activations" VALUES(X'7609341E6C1E79374C9636672D3EA40C0BEFF42675F24CD6AFB4055F1D67E281','teatteri','2026-11-24 10:00:00.000000','2026-11-25 10:00:00.000000',NULL);
CREATE TABLE audit (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	desk_id CHAR(32) NOT NULL, 
	operation_id CHAR(32) NOT NULL, 
	kind VARCHAR(20), 
	outcome VARCHAR(20) NOT NULL, 
	code VARCHAR(40), 
	detail TEXT, 
	document TEXT, 
	PRIMARY KEY (number)
);
INSERT INTO "audit" VALUES(1,'2026-11-24 10:00:00.000000','933be5186d81498c8c707f17c3ac2ca2','0190000000007000800000000000000f','visit','rejected','card_unknown','judged so: card_unknown','{"id":"01900000-0000-7000-8000-00000000000f","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"NOBODY1","offer_id":"e642d6ce-c49a-4eb1-8391-223a77954dd4","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}');
INSERT INTO "audit" VALUES(2,'2026-11-24 10:00:00.000000','933be5186d81498c8c707f17c3ac2ca2','01900000000070008000000000000004','visit','duplicate',NULL,NULL,NULL);
INSERT INTO "audit" VALUES(3,'2026-11-24 10:00:00.000000','b68d7545fc6045d3b459dffa50e7114a','01900000000070008000000000000012','visit','retry','offer_unknown','the venue has no such offer yet',NULL);
CREATE TABLE card_versions (
	revision INTEGER NOT NULL, 
	made_at DATETIME NOT NULL, 
	count INTEGER NOT NULL, 
	checksum VARCHAR(64) NOT NULL, 
	dropped BOOLEAN NOT NULL, 
	number VARCHAR NOT NULL, 
	kind VARCHAR(20), 
	status VARCHAR(20), 
	valid_from DATE, 
	valid_until DATE, 
	minors INTEGER, 
	area VARCHAR, 
	local_only BOOLEAN, 
	PRIMARY KEY (revision)
);
INSERT INTO "card_versions" VALUES(1,'2026-11-24 10:00:00.000000',1,'ec6a534802c16f802597e61e0a5ac3ebf065de53568693919fee84c809c848d1',0,'AB12345','personal','active','2026-01-01','2030-12-31',2,'Espoo',0);
INSERT INTO "card_versions" VALUES(2,'2026-11-24 10:00:00.000000',1,'4396119884d06a7edb77ec00a4502c7f4beb6afc1b0741a98b4de85c9697d91d',0,'AB12345','personal','active','2026-01-01','2030-12-31',3,'Espoo',0);
INSERT INTO "card_versions" VALUES(3,'2026-11-24 10:00:00.000000',2,'eeb195c16198830951d1fecf94f899cd0b254903840af75f6e6125ce7915d9de',0,'GONE1234','personal','active','2026-01-01','2030-12-31',0,'Espoo',0);
INSERT INTO "card_versions" VALUES(4,'2026-11-24 10:00:00.000000',3,'de44b2e3922baf85cce4f285ef112cd83074e11d5eddaae23428c7d18a5847ce',0,'GROUP001','community','active','2026-01-01','2030-12-31',0,'Espoo',0);
INSERT INTO "card_versions" VALUES(5,'2026-11-24 10:00:00.000000',4,'78e3753b87a9afec9483f1b8cbcc19b3c225279826ffa8082edbdd5aafd479b6',0,'LATE1234','personal','suspended','2026-01-01','2030-12-31',0,'Espoo',0);
INSERT INTO "card_versions" VALUES(6,'2026-11-24 10:00:00.000000',3,'cdc7f112aae197621e29dee9db23ac6602eb4990bdfbf2524bc89fe8cd5678f5',1,'GONE1234',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE cards (
	number VARCHAR NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	minors INTEGER NOT NULL, 
	area VARCHAR NOT NULL, 
	local_only BOOLEAN NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "cards" VALUES('AB12345','personal','active','2026-01-01','2030-12-31',3,'Espoo',0);
INSERT INTO "cards" VALUES('GROUP001','community','active','2026-01-01','2030-12-31',0,'Espoo',0);
INSERT INTO "cards" VALUES('LATE1234','personal','suspended','2026-01-01','2030-12-31',0,'Espoo',0);
CREATE TABLE desks (
	id CHAR(32) NOT NULL, 
	venue_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	app_version VARCHAR NOT NULL, 
	token_hash BLOB NOT NULL, 
	enrolled_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(venue_id) REFERENCES venues (id), 
	UNIQUE (token_hash)
);
INSERT INTO "desks" VALUES('933be5186d81498c8c707f17c3ac2ca2','teatteri','Lippuluukku 1','1.0.0',X'5C717CDF4AC1AA383055C19E814BE317903EAE41577DB1EE0AA5224385CB9DA7','2026-11-24 10:00:00.000000',NULL);
INSERT INTO "desks" VALUES('b68d7545fc6045d3b459dffa50e7114a','museo','Lippuluukku 1','1.0.0',X'753E00DE6DA0FF3DB8CEB61C283337CFAFE5BF11D5A3590C5D9EE26BBF885718','2026-11-24 10:00:00.000000',NULL);
INSERT INTO "desks" VALUES('3b4facf35c36495e9bf278982534178e','teatteri','Poistettu','1.0.0',X'CAD517C882F429ED9F601AAF620932804322FA17E2BB970AC0FE881DEF8E5D02','2026-11-24 10:00:00.000000','2026-11-24 10:00:00.000000');
CREATE TABLE failed_enrolments (
	number INTEGER NOT NULL, 
	caller VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "failed_enrolments" VALUES(1,'10.0.0.1','2026-11-24 10:00:00.000000');
CREATE TABLE offers (
	venue_id VARCHAR NOT NULL, 
	id CHAR(32) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	document TEXT NOT NULL, 
	used INTEGER NOT NULL, 
	removed BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (venue_id, id), 
	FOREIGN KEY(venue_id) REFERENCES venues (id)
);
INSERT INTO "offers" VALUES('teatteri','e642d6cec49a4eb18391223a77954dd4','standing','{"id":"e642d6ce-c49a-4eb1-8391-223a77954dd4","kind":"standing","sector":"culture","name":{"fi":"Näytelmä"},"status":"on_sale","minors_allowed":true}',0,0,1);
INSERT INTO "offers" VALUES('teatteri','01900000000070008000000000000001','event','{"id":"01900000-0000-7000-8000-000000000001","kind":"event","sector":"sport","name":{"fi":"Ottelu","sv":"Match","en":"A match"},"place":"Kenttä","starts_at":"2026-11-24T16:00:00Z","ends_at":"2026-11-24T18:00:00Z","status":"on_sale","quota":{"total":20,"used":3},"card_limit":{"count":5,"period":"days","days":30},"value_cents":4000,"ceiling_cents":2500,"minors_allowed":true}',3,0,9);
INSERT INTO "offers" VALUES('teatteri','01900000000070008000000000000002','course','{"id":"01900000-0000-7000-8000-000000000002","kind":"course","sector":"culture","name":{"fi":"Näytelmä"},"status":"on_sale","card_limit":{"count":2,"period":"calendar_year"},"minors_allowed":true}',0,0,3);
INSERT INTO "offers" VALUES('teatteri','01900000000070008000000000000003','standing','{"id":"01900000-0000-7000-8000-000000000003","kind":"standing","sector":"culture","name":{"fi":"Näytelmä"},"status":"on_sale","minors_allowed":true}',0,1,14);
INSERT INTO "offers" VALUES('teatteri','0190000000007000800000000000000a','event','{"id":"01900000-0000-7000-8000-00000000000a","kind":"event","sector":"sport","name":{"fi":"Oma"},"place":"Kenttä","starts_at":"2026-11-24T16:00:00Z","ends_at":"2026-11-24T18:00:00Z","status":"on_sale","quota":{"total":20,"used":3},"card_limit":{"count":5,"period":"days","days":30},"value_cents":4000,"ceiling_cents":2500,"minors_allowed":true}',0,0,10);
CREATE TABLE operations (
	venue_id VARCHAR NOT NULL, 
	id CHAR(32) NOT NULL, 
	desk_id CHAR(32) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	received_at DATETIME NOT NULL, 
	document TEXT NOT NULL, 
	offer_id CHAR(32), 
	card_number VARCHAR, 
	local_date DATE, 
	counted INTEGER, 
	state VARCHAR(20), 
	position INTEGER, 
	PRIMARY KEY (venue_id, id)
);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000004','933be5186d81498c8c707f17c3ac2ca2','visit','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000004","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000001","tickets":{"holder":1,"children":2,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}','01900000000070008000000000000001','AB12345','2026-11-24',3,'accepted',5);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000005','933be5186d81498c8c707f17c3ac2ca2','visit','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000005","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"e642d6ce-c49a-4eb1-8391-223a77954dd4","tickets":{"holder":1,"children":0,"grandchildren":1,"assistants":2,"worker":0,"community_minors":0},"entry":"camera","register_revision":2,"verdict":"valid","provisional":true,"printed_valid_until":"2026-12-31","clock_trusted":false,"operator":"AK","replaces":null,"kind":"visit"}','e642d6cec49a4eb18391223a77954dd4','AB12345','2026-11-24',2,'voided',12);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000006','933be5186d81498c8c707f17c3ac2ca2','visit','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000006","recorded_at":"2026-11-24T10:00:00.125000Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000002","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":"01900000-0000-7000-8000-000000000005","kind":"visit"}','01900000000070008000000000000002','AB12345','2026-11-24',1,'accepted',7);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000007','933be5186d81498c8c707f17c3ac2ca2','visit','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000007","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"GROUP001","offer_id":"e642d6ce-c49a-4eb1-8391-223a77954dd4","tickets":{"holder":0,"children":0,"grandchildren":0,"assistants":0,"worker":1,"community_minors":4},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}','e642d6cec49a4eb18391223a77954dd4','GROUP001','2026-11-24',5,'accepted',8);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000009','933be5186d81498c8c707f17c3ac2ca2','offer','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000009","recorded_at":"2026-11-24T10:00:00Z","offer":{"id":"01900000-0000-7000-8000-00000000000a","kind":"event","sector":"sport","name":{"fi":"Oma","sv":null,"en":null},"place":"Kenttä","starts_at":"2026-11-24T16:00:00Z","ends_at":"2026-11-24T18:00:00Z","status":"on_sale","quota":{"total":20,"used":3},"card_limit":{"count":5,"period":"days","days":30},"value_cents":4000,"ceiling_cents":2500,"minors_allowed":true},"kind":"offer"}',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('teatteri','0190000000007000800000000000000b','933be5186d81498c8c707f17c3ac2ca2','void','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-00000000000b","visit_id":"01900000-0000-7000-8000-000000000008","reason":"mistake","recorded_at":"2026-11-24T10:00:00Z","operator":"MM","kind":"void"}',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000008','933be5186d81498c8c707f17c3ac2ca2','visit','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000008","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000001","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}','01900000000070008000000000000001','AB12345','2026-11-24',1,'voided',11);
INSERT INTO "operations" VALUES('teatteri','0190000000007000800000000000000c','933be5186d81498c8c707f17c3ac2ca2','void','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-00000000000c","visit_id":"01900000-0000-7000-8000-000000000005","reason":"mistake","recorded_at":"2026-11-24T10:00:00Z","operator":"MM","kind":"void"}',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('teatteri','0190000000007000800000000000000e','933be5186d81498c8c707f17c3ac2ca2','void','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-00000000000e","visit_id":"01900000-0000-7000-8000-00000000000d","reason":"mistake","recorded_at":"2026-11-24T10:00:00Z","operator":"MM","kind":"void"}',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('teatteri','01900000000070008000000000000010','933be5186d81498c8c707f17c3ac2ca2','visit','2026-11-24 10:00:00.000000','{"id":"01900000-0000-7000-8000-000000000010","recorded_at":"2026-11-24T10:00:00Z","local_date":"2026-11-24","card_number":"AB12345","offer_id":"01900000-0000-7000-8000-000000000003","tickets":{"holder":1,"children":0,"grandchildren":0,"assistants":0,"worker":0,"community_minors":0},"entry":"typed","register_revision":2,"verdict":"valid","provisional":false,"printed_valid_until":null,"clock_trusted":true,"operator":null,"replaces":null,"kind":"visit"}','01900000000070008000000000000003','AB12345','2026-11-24',1,'accepted',13);
CREATE TABLE register (
	id INTEGER NOT NULL, 
	schema_version INTEGER NOT NULL, 
	signing_key BLOB NOT NULL, 
	revision INTEGER NOT NULL, 
	count INTEGER NOT NULL, 
	checksum VARCHAR(64) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "register" VALUES(1,2,X'44F8634F0ED555C942D1D8FEE4B2A6686A0B8B9BE728F0140E5C08034F069D0E',6,3,'cdc7f112aae197621e29dee9db23ac6602eb4990bdfbf2524bc89fe8cd5678f5');
CREATE TABLE venues (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	area VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "venues" VALUES('teatteri','Kaupunginteatteri','Espoo',14);
INSERT INTO "venues" VALUES('museo','Rantamuseo','Turku',0);
CREATE TABLE voids (
	venue_id VARCHAR NOT NULL, 
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	PRIMARY KEY (venue_id, id)
);
INSERT INTO "voids" VALUES('teatteri','0190000000007000800000000000000b','01900000000070008000000000000008');
INSERT INTO "voids" VALUES('teatteri','0190000000007000800000000000000c','01900000000070008000000000000005');
INSERT INTO "voids" VALUES('teatteri','0190000000007000800000000000000e','0190000000007000800000000000000d');
CREATE INDEX card_versions_by_number ON card_versions (number, revision);
CREATE INDEX failed_enrolments_by_caller ON failed_enrolments (caller, at);
CREATE INDEX operations_by_card ON operations (venue_id, card_number);
CREATE INDEX operations_by_position ON operations (venue_id, position);
CREATE INDEX voids_by_visit ON voids (venue_id, visit_id);
CREATE INDEX audit_by_operation ON audit (operation_id);
CREATE INDEX offers_by_position ON offers (venue_id, position);
COMMIT;
