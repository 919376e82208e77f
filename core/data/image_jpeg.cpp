// SPDX-License-Identifier: Apache-2.0
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "core/data/image.h"

namespace ds {

namespace {

struct Session {
    jpeg_decompress_struct info;
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf failure;
    char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void fail(j_common_ptr info)
{
    Session* session = static_cast<Session*>(info->client_data);
    info->err->format_message(info, session->message);
    std::longjmp(session->failure, 1);
}

/// libjpeg fills what is missing with grey and only warns; a half-read image must not go into training.
void onMessage(j_common_ptr info, int level)
{
    const int code = info->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE)) fail(info);
}

/// A progressive file of a few bytes a scan can keep the decoder busy for minutes.
void onProgress(j_common_ptr info)
{
    constexpr int mostScans = 200;
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > mostScans) {
        info->err->msg_code = JERR_BAD_PROGRESSION;
        fail(info);
    }
}

/// Between setjmp and longjmp no object with a destructor may be made, so the steps are plain functions.
bool readHeader(Session& session, std::span<const uint8_t> bytes)
{
    if (setjmp(session.failure)) return false;
    jpeg_create_decompress(&session.info);
    session.info.client_data = &session; // creation clears everything but this and err
    session.info.progress = &session.progress;
    jpeg_mem_src(&session.info, bytes.data(), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&session.info, TRUE);
    session.info.out_color_space = session.info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    return true;
}

bool readPixels(Session& session, uint8_t* out, std::size_t stride)
{
    if (setjmp(session.failure)) return false;
    jpeg_start_decompress(&session.info);
    while (session.info.output_scanline < session.info.output_height) {
        JSAMPROW row = out + session.info.output_scanline * stride;
        jpeg_read_scanlines(&session.info, &row, 1);
    }
    jpeg_finish_decompress(&session.info);
    return true;
}

} // namespace

Result<Image> image::decodeJpeg(std::span<const uint8_t> bytes, const std::string& where)
{
    Session session{};
    session.info.err = jpeg_std_error(&session.errors);
    session.info.client_data = &session;
    session.errors.error_exit = fail;
    session.errors.emit_message = onMessage;
    session.progress.progress_monitor = onProgress;
    struct Closer {
        jpeg_decompress_struct* info;
        ~Closer() { jpeg_destroy_decompress(info); }
    } const closer{&session.info};
    const auto failed = [&] {
        return Error{phrase("Data", "the JPEG image is damaged (%1)").with({std::string(session.message)}), where, ""};
    };

    if (!readHeader(session, bytes)) return failed();
    const Status size = checkSize(session.info.image_width, session.info.image_height, bytes.size(), where);
    if (!size) return size.error();
    Image image{session.info.image_width, session.info.image_height, session.info.out_color_space == JCS_GRAYSCALE ? 1 : 3, {}};
    const std::size_t stride = static_cast<std::size_t>(image.width * image.channels);
    image.pixels.resize(stride * static_cast<std::size_t>(image.height));
    if (!readPixels(session, image.pixels.data(), stride)) return failed();
    return image;
}

} // namespace ds
