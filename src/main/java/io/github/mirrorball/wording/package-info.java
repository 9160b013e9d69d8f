/** Every sentence that people read, in the languages of the bundles. */
@NullMarked
package io.github.mirrorball.wording;

import org.jspecify.annotations.NullMarked;
