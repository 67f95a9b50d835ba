/** What Dixa's API is, in {@code contracts/dixa.yaml}, and how our OpenAPI document compares. */
@NullMarked
package dev.parley.rest.dixa.contract;

import org.jspecify.annotations.NullMarked;
