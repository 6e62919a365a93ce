-- Whether the register's feed has told of a void: once told, it has nothing sent again.
ALTER TABLE activity ADD COLUMN void_confirmed BOOLEAN DEFAULT 0 NOT NULL;
