/** Search by name, in Chinese, pinyin and English. */
@NullMarked
package districtkg.search;

import org.jspecify.annotations.NullMarked;
