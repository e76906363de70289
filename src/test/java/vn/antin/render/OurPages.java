package vn.antin.render;

import vn.antin.compose.AdministrativeDocument;

/** Our own pages, for the tests of the rooms whose output must be like them. */
public final class OurPages {
    private OurPages() {}

    public static byte[] pages(AdministrativeDocument document) {
        return RendererTests.RENDERER.render(document).pdf().bytes();
    }
}
