/** Search by name, in Chinese, pinyin and English. The index is thread-safe. */
@NullMarked
package districtkg.search;

import org.jspecify.annotations.NullMarked;
