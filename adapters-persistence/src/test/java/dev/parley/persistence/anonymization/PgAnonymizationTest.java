package dev.parley.persistence.anonymization;

import dev.parley.persistence.support.PgAnonymizationStores;

class PgAnonymizationTest extends PgAnonymizationStores {}
