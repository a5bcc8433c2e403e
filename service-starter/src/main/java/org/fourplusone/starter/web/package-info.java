/** JSON and HTTP conventions shared by all services. */
@NullMarked
package org.fourplusone.starter.web;

import org.jspecify.annotations.NullMarked;
