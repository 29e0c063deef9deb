<?php
// No mail leaves a test site.
add_filter( 'pre_wp_mail', '__return_true' );
