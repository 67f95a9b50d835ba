package dev.parley.bootstrap.wiring;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The threads for work that blocks. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Blocking {}
