package org.fourplusone.policy.item;

import java.util.List;
import org.fourplusone.starter.text.Text;

/**
 * One of the 10 articles of the policy package.
 *
 * @param items codes of its items
 */
record Article(int no, Text title, boolean illustrative, List<String> items) {}
