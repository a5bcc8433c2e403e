package org.fourplusone.starter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Which form of an answer a caller likes best. */
public final class Accepted {

    private Accepted() {}

    /**
     * One of the forms; the first is what anybody gets who does not say.
     *
     * @param accept the {@code Accept} header, null if there is none
     */
    public static String of(@Nullable String accept, String... forms) {
        for (MediaType type : types(accept)) {
            for (String form : forms) {
                if (type.includes(MediaType.parseMediaType(form))) {
                    return form;
                }
            }
        }
        return forms[0];
    }

    private static List<MediaType> types(@Nullable String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }
}
